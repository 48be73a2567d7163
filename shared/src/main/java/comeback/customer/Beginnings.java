package comeback.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody came to the shop, to the minute. The earliest report counts, in whatever order they come.
 *
 * @param signedUpAt when their account was made, if that was told
 * @param firstOrderAt when they first bought, of who has bought so often that the order itself is no longer kept
 */
public record Beginnings(Optional<Instant> signedUpAt, Optional<Instant> firstOrderAt) {
    public static final Beginnings UNKNOWN = new Beginnings(Optional.empty(), Optional.empty());

    public Beginnings {
        signedUpAt = signedUpAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
        firstOrderAt = firstOrderAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Of who signed up then. */
    public static Beginnings signedUp(Instant at) {
        return new Beginnings(Optional.of(at), Optional.empty());
    }

    /** Of who first bought then. */
    public static Beginnings bought(Instant at) {
        return new Beginnings(Optional.empty(), Optional.of(at));
    }

    Beginnings merge(Beginnings other) {
        return new Beginnings(earliest(signedUpAt, other.signedUpAt), earliest(firstOrderAt, other.firstOrderAt));
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
