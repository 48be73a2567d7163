/**
 * The true seam: the functions' own adapters over the real AWS SDK, over an HTTP client that leads to a small AWS in
 * memory. What the SDK marshals, repeats, gives up and makes of errors counts here; time and faults are the edge's.
 */
@NullMarked
package comeback.simulation.wire;

import org.jspecify.annotations.NullMarked;
