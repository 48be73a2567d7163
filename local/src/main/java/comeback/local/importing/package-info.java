/**
 * {@code ./comeback import}: hands the lines of a file to a deployment, a part at a time, and shows how far it is. It is a client
 * like any other, and knows no table.
 */
@NullMarked
package comeback.local.importing;

import org.jspecify.annotations.NullMarked;
