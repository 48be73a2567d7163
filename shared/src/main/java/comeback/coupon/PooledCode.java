package comeback.coupon;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that a shop made and left with us, to be handed out once.
 *
 * @param code as the shop's checkout knows it
 * @param pool how the shop calls the lot: 1 to 40 of a-z, 0-9 and "-"
 * @param benefit what the shop's checkout gives for it
 * @param conditions what the shop's checkout asks
 * @param endsAt when the shop's checkout stops taking it
 */
public record PooledCode(
        CouponCode code, String pool, Benefit benefit, Conditions conditions, Optional<Instant> endsAt) {
    /** What a pool's name may look like, for who wrote one that does not. */
    public static final String POOL_EXPECTED = "1 to 40 of a-z, 0-9 and \"-\"";

    private static final Pattern POOL = Pattern.compile("[a-z0-9-]{1,40}");

    public PooledCode {
        if (!isPool(pool)) {
            throw new IllegalArgumentException("a pool's name is " + POOL_EXPECTED);
        }
    }

    /** Whether this can be a pool's name. */
    public static boolean isPool(String name) {
        return POOL.matcher(name).matches();
    }

    /** Whether it can still be used then. */
    public boolean isGoodAt(Instant time) {
        return endsAt.filter(time::isAfter).isEmpty();
    }
}
