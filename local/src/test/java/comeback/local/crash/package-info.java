/** A shopper's story played again and again, each time with another call to AWS going wrong in another way. */
@NullMarked
package comeback.local.crash;

import org.jspecify.annotations.NullMarked;
