/**
 * The promises, proved under faults: seeded worlds in which the real functions run against an AWS where everything goes
 * wrong that can, under a clock that is turned, judged by an oracle that sees only what the outside sees.
 */
@NullMarked
package comeback.simulation;

import org.jspecify.annotations.NullMarked;
