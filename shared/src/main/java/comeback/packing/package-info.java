/**
 * A plain row of bytes for what a build works out once and every start reads: no names, no library, nothing that would have
 * to be found by its class. Who packs and who unpacks are of the same build, so there are no versions. It knows numbers and
 * texts, and nothing of what they mean.
 */
@NullMarked
package comeback.packing;

import org.jspecify.annotations.NullMarked;
