/**
 * The edge to AWS, where everything can go wrong: calls that are refused, lost, slow or repeated, functions that die,
 * events that come twice, late or never. The functions under test see only the ports; what happens to a call is drawn
 * from the seed, named after the call, and can be left out one by one.
 */
@NullMarked
package comeback.simulation.edge;

import org.jspecify.annotations.NullMarked;
