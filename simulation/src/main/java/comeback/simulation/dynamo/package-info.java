/**
 * A small DynamoDB: the calls and the expressions that Comeback makes, over items in memory, with AWS's answers, limits
 * and errors on the wire. What it does not know it refuses loudly rather than guess. It passes the contracts that
 * DynamoDB Local passes, and those of answers that DynamoDB Local never gives. It knows nothing of Comeback.
 */
@NullMarked
package comeback.simulation.dynamo;

import org.jspecify.annotations.NullMarked;
