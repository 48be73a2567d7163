/**
 * What is counted of mails and purchases: for each letter of each flow and each day, how many went, arrived, were followed by
 * people, brought orders. All of it follows from messages and orders as they are kept, so a recount says the same. It knows of
 * no customer, and not where the sums are kept.
 */
@NullMarked
package comeback.report;

import org.jspecify.annotations.NullMarked;
