/** Time that is turned, and chance that is drawn from a seed. Nothing here knows what is simulated. */
@NullMarked
package comeback.simulation.time;

import org.jspecify.annotations.NullMarked;
