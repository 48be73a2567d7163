package comeback.commit;

import comeback.coupon.Coupon;
import comeback.coupon.CouponCode;
import comeback.coupon.CouponState;
import comeback.coupon.PooledCode;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** Where coupons are kept. They are issued by {@link Messages#claim}. */
public interface Coupons {
    /** How many free codes of a pool are looked at for one that does not end too soon. */
    int FREE_MAX = 25;

    /** The coupon as it is now; never an older state. A code that nobody was given yet is no coupon. */
    Optional<Coupon> find(StoreId store, CouponCode code);

    /** Changes the state, if the coupon is still the one that was seen; false when it is not. */
    boolean change(Coupon seen, CouponState next);

    /** Puts a code into its pool; false when the store has that code already, free or given. */
    boolean add(StoreId store, PooledCode code);

    /**
     * A code of this pool that nobody was given, and that can be used until then at least; which one differs by message, so
     * that those who ask at the same time seldom find the same. Whoever claims it first has it.
     */
    Optional<PooledCode> free(StoreId store, String pool, MessageId message, Instant goodUntil);

    /** How many were issued against this month's budget. */
    int issuedIn(StoreId store, YearMonth month);
}
