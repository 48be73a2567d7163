/** Tests of the stores file. */
@NullMarked
package comeback.local.stores;

import org.jspecify.annotations.NullMarked;
