package comeback.customer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a shop's own loyalty programme says of somebody, as it last told. We count nothing of it: the shop does.
 *
 * @param tier "gold"; at most {@value #TIER_MAX} characters
 * @param points never less than none
 * @param expiring those that end next, never more than there are
 * @param reward what they unlocked last: "A free oak spoon"; at most {@value #REWARD_MAX} characters
 */
public record Loyalty(
        Optional<String> tier, Optional<Long> points, Optional<Expiring> expiring, Optional<String> reward) {
    public static final int TIER_MAX = 40;
    public static final int REWARD_MAX = 60;

    /** Of somebody of whom nothing was told. */
    public static final Loyalty UNKNOWN = new Loyalty(Optional.empty(), Optional.empty());

    /**
     * Points that end.
     *
     * @param points how many, more than none
     * @param on the last day on which they can be used
     */
    public record Expiring(long points, LocalDate on) {
        private Expiring atMost(long all) {
            return new Expiring(Math.min(points, all), on);
        }
    }

    public Loyalty {
        tier = cut(tier, TIER_MAX);
        points = points.map(count -> Math.max(0, count));
        reward = cut(reward, REWARD_MAX);
        // Who has used them up has none left to lose.
        Optional<Long> all = points;
        expiring = expiring.map(some -> some.atMost(all.orElse(Long.MAX_VALUE))).filter(some -> some.points() > 0);
    }

    /** Of a programme that tells neither of ends nor of rewards. */
    public Loyalty(Optional<String> tier, Optional<Long> points) {
        this(tier, points, Optional.empty(), Optional.empty());
    }

    /** What a browser may say of it. Letters are written about the rest, so it must come from the shop itself. */
    public Loyalty asAnyoneMaySay() {
        return new Loyalty(tier, points);
    }

    /** What is told now replaces what was known; what is not told stays. */
    Loyalty updatedWith(Loyalty told) {
        return new Loyalty(
                Profile.newer(told.tier, tier),
                Profile.newer(told.points, points),
                Profile.newer(told.expiring, expiring),
                Profile.newer(told.reward, reward));
    }

    private static Optional<String> cut(Optional<String> told, int max) {
        return told.map(text -> text.length() > max ? text.substring(0, max) : text);
    }
}
