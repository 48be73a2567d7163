/** What things cost: calls to AWS and units of the table's capacity, counted and not timed. */
@NullMarked
package comeback.local.cost;

import org.jspecify.annotations.NullMarked;
