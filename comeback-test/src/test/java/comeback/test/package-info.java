/** What a shop's own tests look like, and what they say when they fail. */
@NullMarked
package comeback.test;

import org.jspecify.annotations.NullMarked;
