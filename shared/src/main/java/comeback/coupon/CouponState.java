package comeback.coupon;

import comeback.customer.OrderId;
import java.time.Instant;

/** What became of a coupon. That its time is over is no state: it is read off the clock. */
public sealed interface CouponState {
    /** It went out with a letter. */
    record Issued() implements CouponState {}

    /**
     * It was used.
     *
     * @param order for which purchase
     * @param at when
     */
    record Redeemed(OrderId order, Instant at) implements CouponState {}

    /**
     * The shop took it back.
     *
     * @param reason in words a support person can read aloud
     * @param at when
     */
    record Revoked(String reason, Instant at) implements CouponState {}

    /** The state's name, as stored. */
    default String label() {
        return switch (this) {
            case Issued i -> "ISSUED";
            case Redeemed r -> "REDEEMED";
            case Revoked r -> "REVOKED";
        };
    }
}
