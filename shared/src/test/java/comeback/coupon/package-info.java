/** The rules of coupons, by values: each rule at its edge, and what must hold for any coupon at all. */
@NullMarked
package comeback.coupon;

import org.jspecify.annotations.NullMarked;
