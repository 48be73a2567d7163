/** Whole lives of shoppers, played over HTTP through the real functions and the laptop's AWS, with a clock that is turned. */
@NullMarked
package comeback.local.stories;

import org.jspecify.annotations.NullMarked;
