/**
 * Receipts and credit notes: their numbers without a gap, and money that is exact to the smallest unit however it is split. Pure:
 * it knows an order and a refund, and neither how numbers are drawn nor how anything is shown.
 */
@NullMarked
package comeback.receipt;

import org.jspecify.annotations.NullMarked;
