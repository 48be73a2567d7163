/** The links in letters that act without a login: signed, bound to one purpose, saying nothing about the person. Pure. */
@NullMarked
package comeback.link;

import org.jspecify.annotations.NullMarked;
