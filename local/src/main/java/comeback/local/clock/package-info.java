/**
 * Time on the laptop: a clock that can be turned, and the one lock under which everything that falls due is worked in
 * order. It knows nothing of shops or of AWS; what falls due tells it when.
 */
@NullMarked
package comeback.local.clock;

import org.jspecify.annotations.NullMarked;
