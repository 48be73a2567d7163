package comeback.coupon;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The coupons that somebody was given lately: what the rules about giving another look at. Bounded: no rule looks back
 * further than {@link #KEPT_FOR}, and none allows more than {@value #MOST} in that time.
 *
 * @param coupons oldest first
 */
public record Given(List<One> coupons) {
    public static final int MOST = 10;
    public static final Duration KEPT_FOR = Duration.ofDays(180);
    public static final Given NOTHING = new Given(List.of());

    /**
     * One of them.
     *
     * @param mark of the message that it went with, so that a second attempt at that message is not a second coupon
     * @param code which
     * @param at when, to the second
     */
    public record One(String mark, CouponCode code, Instant at) {
        public One {
            at = at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    public Given {
        List<One> sorted =
                coupons.stream().sorted(Comparator.comparing(One::at)).toList();
        coupons = sorted.subList(Math.max(0, sorted.size() - MOST), sorted.size());
    }

    /** Adds one, or the newer attempt at one, and forgets what no rule looks back to. */
    public Given with(One added) {
        Instant forgotten = added.at().minus(KEPT_FOR);
        List<One> all = new ArrayList<>(coupons);
        all.removeIf(old -> old.mark().equals(added.mark()) || old.at().isBefore(forgotten));
        all.add(added);
        return new Given(all);
    }

    /** The one that went with this message, in an attempt that came to nothing. */
    public Optional<One> goneWith(String mark) {
        return coupons.stream().filter(one -> one.mark().equals(mark)).findFirst();
    }

    /** When coupons were given with other messages since then, oldest first. */
    public List<Instant> since(Instant time, String exceptMark) {
        return coupons.stream()
                .filter(one -> !one.mark().equals(exceptMark))
                .map(One::at)
                .filter(at -> at.isAfter(time))
                .toList();
    }

    /** Of two people who turn out to be one: both got theirs. */
    public Given merge(Given other) {
        List<One> all = new ArrayList<>(coupons);
        other.coupons.stream()
                .filter(one -> all.stream().noneMatch(mine -> mine.mark().equals(one.mark())))
                .forEach(all::add);
        return new Given(all);
    }
}
