/** Tests of reading files again when they change. */
@NullMarked
package comeback.local.reload;

import org.jspecify.annotations.NullMarked;
