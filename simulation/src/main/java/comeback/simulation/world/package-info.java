/** A world: shops, shoppers, functions, AWS and the oracle, put together from a seed and played to the end. */
@NullMarked
package comeback.simulation.world;

import org.jspecify.annotations.NullMarked;
