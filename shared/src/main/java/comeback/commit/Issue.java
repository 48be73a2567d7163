package comeback.commit;

import comeback.coupon.Coupon;
import comeback.coupon.PooledCode;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A coupon that goes with a message: part of the claim, so that no letter goes with a code that is not there, and no code is
 * there for a letter that never went.
 *
 * @param coupon as it will be; a second attempt at the same message puts it anew, valid from then
 * @param pooled the pool's code that it is, when it is taken out of the pool now
 * @param budget what it is counted against; absent when there is none, or an earlier attempt was counted
 */
public record Issue(Coupon coupon, Optional<PooledCode> pooled, Optional<Budget> budget) {
    /**
     * How many coupons a store gives in a month.
     *
     * @param month in the store's zone
     * @param most so many
     */
    public record Budget(YearMonth month, int most) {}
}
