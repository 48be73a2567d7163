package comeback.store;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what rules a store gives coupons.
 *
 * @param link leads to the shop and applies a code there, which stands for {@value #CODE} in it; absent when the shop knows
 *     no such link
 * @param rest how long after one coupon a customer is given no other
 * @param most who was given so many in 180 days is given no more
 * @param monthly how many the store gives in a calendar month, in its own zone; absent for as many as it takes
 * @param margin what must be left of a price; absent when the store does not say what it earns
 */
public record OfferRules(
        Optional<String> link, Duration rest, int most, Optional<Integer> monthly, Optional<Margin> margin) {
    /** Where the code stands in a link. */
    public static final String CODE = "{code}";

    /** Longer, and it is the limit in 180 days that should be lowered. */
    public static final Duration REST_MAX = Duration.ofDays(180);

    public static final int MOST_MAX = 10;
    public static final int MONTHLY_MAX = 1_000_000;

    /** What a store has that gives coupons and says nothing else about them. */
    public static final OfferRules DEFAULT =
            new OfferRules(Optional.empty(), Duration.ofDays(60), 3, Optional.empty(), Optional.empty());

    private static final Pattern LINK = Pattern.compile("https?://[^\\s{}]+\\{code}[^\\s{}]*");

    public OfferRules {
        if (link.filter(pattern -> !LINK.matcher(pattern).matches()).isPresent()) {
            throw new IllegalArgumentException("an offer's link is an address that has " + CODE + " in it once");
        }
        if (rest.isNegative() || rest.compareTo(REST_MAX) > 0) {
            throw new IllegalArgumentException("rest is at most " + REST_MAX.toDays() + " days");
        }
        if (most < 1 || most > MOST_MAX) {
            throw new IllegalArgumentException("most is 1 to " + MOST_MAX);
        }
        if (monthly.filter(budget -> budget < 1 || budget > MONTHLY_MAX).isPresent()) {
            throw new IllegalArgumentException("monthly is 1 to " + MONTHLY_MAX);
        }
    }

    public OfferRules with(Margin changed) {
        return new OfferRules(link, rest, most, monthly, Optional.of(changed));
    }

    public OfferRules withMonthly(int changed) {
        return new OfferRules(link, rest, most, Optional.of(changed), margin);
    }

    /**
     * What a store earns.
     *
     * @param usual of each price, in percent, without a discount
     * @param floor what a discount must leave, in percent of the lowered price
     */
    public record Margin(int usual, int floor) {
        public Margin {
            if (usual < 1 || usual > 99 || floor < 0 || floor > usual) {
                throw new IllegalArgumentException("a margin is 1 to 99 percent, and its floor 0 to the margin");
            }
        }

        /**
         * Whether a discount leaves enough. Of a price of 100 with a margin of 40, 60 are cost; 60 may be 80 percent of the
         * lowered price when the floor is 20, so the price may be lowered to 75.
         */
        public boolean allows(long discount, long price) {
            long left = Math.subtractExact(price, discount);
            return left > 0 && Math.multiplyExact(left, 100L - floor) >= Math.multiplyExact(price, 100L - usual);
        }
    }
}
