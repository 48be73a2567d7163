/** The pages by themselves: words, markup and what must never get into it. */
@NullMarked
package comeback.shopper.page;

import org.jspecify.annotations.NullMarked;
