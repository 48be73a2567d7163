package comeback.event;

/** What someone did with a coupon at the cart or checkout. */
public sealed interface CouponEvent extends Event {
    /** As it was typed. */
    String code();

    /**
     * A code was typed.
     *
     * @param code as it was typed
     */
    record CouponEntered(String code) implements CouponEvent {
        @Override
        public String name() {
            return "Coupon Entered";
        }
    }

    /**
     * A code was taken.
     *
     * @param code as it was typed
     */
    record CouponApplied(String code) implements CouponEvent {
        @Override
        public String name() {
            return "Coupon Applied";
        }
    }

    /**
     * A code was refused.
     *
     * @param code as it was typed
     */
    record CouponDenied(String code) implements CouponEvent {
        @Override
        public String name() {
            return "Coupon Denied";
        }
    }

    /**
     * A code was taken off again.
     *
     * @param code as it was typed
     */
    record CouponRemoved(String code) implements CouponEvent {
        @Override
        public String name() {
            return "Coupon Removed";
        }
    }
}
