/**
 * Counts what became of mails and orders, off the table's stream. A change on the stream is only a hint: what is counted is
 * read from the message or the order as it is now, and the difference to what was counted of it before is added to the sums.
 * So a hint that comes twice, late or out of order changes nothing. It decides nothing and cannot see SES.
 */
@NullMarked
package comeback.count;

import org.jspecify.annotations.NullMarked;
