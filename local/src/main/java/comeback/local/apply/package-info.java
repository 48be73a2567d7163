/**
 * {@code ./comeback stores apply}: hands the stores of a file to a deployment, over its API and with its admin key. It is a
 * client like any other, and knows no table.
 */
@NullMarked
package comeback.local.apply;

import org.jspecify.annotations.NullMarked;
