/** What is stored, read back; and the table's contracts, which whoever answers for DynamoDB passes. */
@NullMarked
package comeback.table;

import org.jspecify.annotations.NullMarked;
