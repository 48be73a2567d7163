/** Plays a slice of the worlds in every build, and holds the simulator itself to what it says of itself. */
@NullMarked
package comeback.simulation;

import org.jspecify.annotations.NullMarked;
