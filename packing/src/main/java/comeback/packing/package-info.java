/** Packs functions for Lambda. */
@NullMarked
package comeback.packing;

import org.jspecify.annotations.NullMarked;
