/** Stores files applied to a deployment, which here is a local world. */
@NullMarked
package comeback.local.apply;

import org.jspecify.annotations.NullMarked;
