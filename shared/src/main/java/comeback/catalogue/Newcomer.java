package comeback.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A product that came into a shop.
 *
 * @param product the shop's id
 * @param at when it came
 */
public record Newcomer(String product, Instant at) {
    /** What came longer ago is new no more. */
    public static final Duration NEW_FOR = Duration.ofDays(60);

    /** So many of the newest can be asked for. */
    public static final int LISTED_MAX = 50;

    /**
     * So long after a shop began to tell of its goods, what it tells of without a date is what it had all along: a catalogue
     * is handed in at once or over some days, and nothing of it is news.
     */
    static final Duration MOVING_IN = Duration.ofDays(7);

    /**
     * The product of a report that is the first of it, if it is new in the shop and not only to us.
     *
     * @param openedAt when the shop began to tell of its goods
     * @param now when it tells of this one
     */
    public static Optional<Newcomer> of(Report.ProductUpdated first, Instant openedAt, Instant now) {
        Instant at = first.onSaleSince().orElse(first.asOf());
        boolean isMovingIn = first.onSaleSince().isEmpty() && now.isBefore(openedAt.plus(MOVING_IN));
        return isMovingIn || at.isBefore(now.minus(NEW_FOR))
                ? Optional.empty()
                : Optional.of(new Newcomer(first.id(), at));
    }
}
