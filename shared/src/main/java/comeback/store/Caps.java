package comeback.store;

import comeback.customer.Frequency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much marketing mail one customer gets at most.
 *
 * <p>A window is {@link #TOLERANCE two hours} shorter than its name, or daily mails would push each other back: who left a
 * cart at nine gets its first reminder at ten, and the second a day after nine, 23 hours later. A day's cap is against two
 * mails in a day, not against the same hour. A mail that went exactly 22 hours ago does not count any more.
 *
 * <p>Only marketing counts against a cap. Transactional mail, what the shopper asked for, and a welcome that goes at once
 * are never stopped by one, and are remembered beside the others.
 *
 * @param inDay at most in 24 hours
 * @param inWeek at most in 7 days
 * @param inMonth at most in 30 days
 */
public record Caps(int inDay, int inWeek, int inMonth) {
    /** So many promoting mails are remembered of each customer; a higher cap could not be counted. */
    public static final int MAX = 30;

    public static final Duration TOLERANCE = Duration.ofHours(2);
    public static final Caps DEFAULT = new Caps(1, 3, 8);

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    public Caps {
        for (int cap : List.of(inDay, inWeek, inMonth)) {
            if (cap < 1 || cap > MAX) {
                throw new IllegalArgumentException("a cap is 1 to " + MAX);
            }
        }
    }

    /** These, and no more than the customer wants. */
    public Caps within(Frequency wanted) {
        return switch (wanted) {
            case AS_IT_COMES -> this;
            case WEEKLY -> new Caps(inDay, 1, inMonth);
            case MONTHLY -> new Caps(inDay, 1, 1);
        };
    }

    /**
     * A cap that is reached.
     *
     * @param until from then on there is room again
     * @param words the cap, as a support person would say it
     */
    public record Reached(Instant until, String words) {}

    /**
     * The cap that holds longest, if any is reached.
     *
     * @param promotedAt when marketing went, oldest first
     */
    public Optional<Reached> reached(List<Instant> promotedAt, Instant now) {
        Optional<Reached> longest = Optional.empty();
        for (Reached reached : List.of(
                room(promotedAt, inDay, DAY, "24 hours"),
                room(promotedAt, inWeek, WEEK, "7 days"),
                room(promotedAt, inMonth, MONTH, "30 days"))) {
            if (reached.until().isAfter(now)
                    && longest.filter(other -> !other.until().isBefore(reached.until()))
                            .isEmpty()) {
                longest = Optional.of(reached);
            }
        }
        return longest;
    }

    /** There is room when the oldest of the last so many mails has left the window. */
    private static Reached room(List<Instant> promotedAt, int cap, Duration window, String words) {
        Instant until = promotedAt.size() < cap
                ? Instant.MIN
                : promotedAt.get(promotedAt.size() - cap).plus(window).minus(TOLERANCE);
        return new Reached(until, "at most " + cap + " marketing " + (cap == 1 ? "mail" : "mails") + " in " + words);
    }
}
