package comeback.coupon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a letter gives, as its flow file says; it becomes a coupon when the letter goes.
 *
 * @param source where its code comes from
 * @param validFor how long it can be used, counted from the sending: who waited for the morning loses nothing
 * @param goesWithout whether the letter goes without it when none may be given; else it does not go
 */
public record CouponOffer(Source source, Duration validFor, boolean goesWithout) {
    public static final Duration VALID_MIN = Duration.ofHours(1);
    public static final Duration VALID_MAX = Duration.ofDays(90);

    public CouponOffer {
        if (validFor.compareTo(VALID_MIN) < 0 || validFor.compareTo(VALID_MAX) > 0) {
            throw new IllegalArgumentException(
                    "a coupon is valid for " + VALID_MIN.toHours() + "h to " + VALID_MAX.toDays() + "d");
        }
    }

    /** When a coupon ends that goes now: a whole minute, because letters tell the minute, and never less than promised. */
    public Instant endOf(Instant now) {
        Instant end = now.plus(validFor);
        Instant minute = end.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(end) ? end : minute.plus(Duration.ofMinutes(1));
    }

    /** Where a code comes from. */
    public sealed interface Source {
        /**
         * It is made for the one message.
         *
         * @param benefit what it gives
         * @param conditions what a basket must be
         */
        record Minted(Benefit benefit, Conditions conditions) implements Source {}

        /**
         * The shop made codes, and says with them what they give; each is handed out once.
         *
         * @param pool how the shop calls them
         */
        record FromPool(String pool) implements Source {}
    }
}
