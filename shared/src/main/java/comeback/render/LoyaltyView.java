package comeback.render;

import comeback.customer.Loyalty;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the shop's loyalty programme says, as of now. What is not known is "".
 *
 * @param tier "gold"
 * @param points "1,250"
 * @param expiring how many of them end next
 * @param until the last day on which those can be used
 * @param reward what was unlocked last
 */
public record LoyaltyView(String tier, String points, String expiring, String until, String reward) {
    /** Names of tiers and rewards, and nothing that a mail client would turn into a link. */
    private static final Pattern NAME = Pattern.compile("(?!.*\\p{L}{2}\\.\\p{L})[\\p{L}\\p{M}\\p{N} .,'’&+%·-]+");

    static LoyaltyView of(Loyalty loyalty, Formats formats) {
        return new LoyaltyView(
                name(loyalty.tier()),
                loyalty.points().map(formats::number).orElse(""),
                loyalty.expiring().map(some -> formats.number(some.points())).orElse(""),
                loyalty.expiring().map(some -> formats.date(some.on())).orElse(""),
                name(loyalty.reward()));
    }

    /** A name to be shown, else "". */
    static String name(Optional<String> told) {
        return told.map(String::strip)
                .filter(text -> NAME.matcher(text).matches())
                .orElse("");
    }
}
