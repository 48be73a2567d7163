/**
 * A shop: its brand, its sender, its keys and its choices. Pure: values only.
 */
@NullMarked
package comeback.store;

import org.jspecify.annotations.NullMarked;
