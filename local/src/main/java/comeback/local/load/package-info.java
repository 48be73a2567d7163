/**
 * {@code ./comeback load}: a sale day posted to a local system, beside what DynamoDB Local reaches by itself in the same run.
 * Nothing here knows how the functions work: it posts, turns the clock and reads the mailbox.
 */
@NullMarked
package comeback.local.load;

import org.jspecify.annotations.NullMarked;
