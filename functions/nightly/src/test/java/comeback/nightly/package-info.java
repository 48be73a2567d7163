/** Tests of the night. */
@NullMarked
package comeback.nightly;

import org.jspecify.annotations.NullMarked;
