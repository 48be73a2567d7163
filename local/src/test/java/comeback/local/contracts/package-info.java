/** The ports' contracts, passed by the real adapters through the real SDK clients against this laptop's AWS. */
@NullMarked
package comeback.local.contracts;

import org.jspecify.annotations.NullMarked;
