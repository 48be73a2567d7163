/**
 * The canonical vocabulary: what storefronts report, whatever protocol they speak. One record an event. Pure:
 * readers of protocols know it, it knows none of them.
 */
@NullMarked
package comeback.event;

import org.jspecify.annotations.NullMarked;
