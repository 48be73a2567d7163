/**
 * Mistakes that a team could make, each built in beside the product without touching it: a wrapper around a port, a
 * clock, a setting. A simulator that overlooks one of them is itself broken.
 */
@NullMarked
package comeback.simulation.mutants;

import org.jspecify.annotations.NullMarked;
