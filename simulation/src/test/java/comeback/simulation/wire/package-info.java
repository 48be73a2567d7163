/** The simulator's true seam passes the contracts that the real services pass. */
@NullMarked
package comeback.simulation.wire;

import org.jspecify.annotations.NullMarked;
