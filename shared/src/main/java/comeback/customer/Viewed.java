package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Wish;
import java.time.Duration;
import java.time.Instant;

/**
 * A product whose page someone looked at.
 *
 * @param line as it was shown; long addresses are left out, because the customer is to stay small
 * @param times how often; looks within {@link #ONE_LOOK} are one
 * @param lastAt when last
 */
public record Viewed(Line line, int times, Instant lastAt) {
    /** A page that is loaded again, or reported by browser and server, was looked at once. */
    static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private static final int TIMES_MAX = 99;

    public Viewed {
        line = new Wish(line, lastAt).line();
        times = Math.min(times, TIMES_MAX);
    }

    boolean isOf(Line other) {
        return line.productId().equals(other.productId());
    }

    /** With one more look; reports may come in any order. */
    Viewed again(Line shown, Instant at) {
        boolean isSameLook = Duration.between(lastAt, at).abs().compareTo(ONE_LOOK) < 0;
        boolean isNewer = at.isAfter(lastAt);
        return new Viewed(isNewer ? shown : line, isSameLook ? times : times + 1, isNewer ? at : lastAt);
    }
}
