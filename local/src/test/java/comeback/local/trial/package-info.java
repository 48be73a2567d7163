/** Tests of trying a flow. */
@NullMarked
package comeback.local.trial;

import org.jspecify.annotations.NullMarked;
