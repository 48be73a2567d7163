/** The small DynamoDB keeps AWS's limits, and refuses what it does not know. */
@NullMarked
package comeback.simulation.dynamo;

import org.jspecify.annotations.NullMarked;
