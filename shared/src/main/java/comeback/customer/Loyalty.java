package comeback.customer;

import java.util.Optional;

/**
 * What a shop's own loyalty programme says of somebody, as it last told. We count neither: the shop does.
 *
 * @param tier "gold"; at most {@value #TIER_MAX} characters
 * @param points never less than none
 */
public record Loyalty(Optional<String> tier, Optional<Long> points) {
    public static final int TIER_MAX = 40;

    /** Of somebody of whom nothing was told. */
    public static final Loyalty UNKNOWN = new Loyalty(Optional.empty(), Optional.empty());

    public Loyalty {
        tier = tier.map(name -> name.length() > TIER_MAX ? name.substring(0, TIER_MAX) : name);
        points = points.map(count -> Math.max(0, count));
    }

    /** What is told now replaces what was known; what is not told stays. */
    Loyalty updatedWith(Loyalty told) {
        return new Loyalty(told.tier.or(() -> tier), told.points.or(() -> points));
    }
}
