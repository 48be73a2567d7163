package comeback.ingest.segment;

import comeback.customer.Loyalty;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a shop's loyalty programme says of somebody, in traits and in its own events. What is not understood is not known. */
final class Programme {
    /** More is a mistake. */
    private static final BigDecimal POINTS_MAX = BigDecimal.valueOf(1_000_000_000_000L);

    /** A date, or a whole timestamp: its day as the shop wrote it. */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?");

    private Programme() {}

    /**
     * What it says.
     *
     * @param event that says it, if one does: only the programme's own event unlocks a reward
     */
    static Loyalty of(Fields from, Optional<TrackName> event) {
        return new Loyalty(
                Texts.shown(from, Loyalty.TIER_MAX, "tier", "loyalty_tier", "loyaltyTier", "vip_tier", "vipTier"),
                points(from, "points", "loyalty_points", "loyaltyPoints", "points_balance"),
                points(from, "points_expiring", "pointsExpiring", "expiring_points")
                        .flatMap(count -> day(from).map(on -> new Loyalty.Expiring(count, on))),
                event.filter(TrackName.REWARD_UNLOCKED::equals).flatMap(it -> reward(from)));
    }

    static Optional<String> reward(Fields from) {
        return Texts.shown(from, Loyalty.REWARD_MAX, "reward", "reward_name", "rewardName", "name");
    }

    private static Optional<Long> points(Fields from, String... names) {
        return from.decimal(Texts.named(from, names))
                .filter(count -> count.abs().compareTo(POINTS_MAX) <= 0)
                .map(BigDecimal::longValue);
    }

    private static Optional<LocalDate> day(Fields from) {
        return Texts.text(
                        from, Texts.named(from, "points_expire_at", "pointsExpireAt", "points_expire_on", "expires_at"))
                .flatMap(Programme::day);
    }

    private static Optional<LocalDate> day(String text) {
        Matcher matcher = DAY.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(matcher.group(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
