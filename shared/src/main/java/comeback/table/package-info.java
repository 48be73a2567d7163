/**
 * The one DynamoDB table: every key and access pattern, items to records and back, and the adapters of the ports in
 * {@code commit}. It decides nothing.
 */
@NullMarked
package comeback.table;

import org.jspecify.annotations.NullMarked;
