package comeback.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer did themselves: when last, and how much of it lately. The score is the sum of the weights of their
 * {@link Sign}s, each worth half after {@link #HALF_LIFE}; what happens within {@link #SESSION} of another counts as one, with
 * the greatest weight of them.
 *
 * @param seenAt when last, to the minute; absent of who never did anything
 * @param clickedAt when they last followed a link in a letter
 * @param score as of that last time, to a thousandth
 * @param session the weight that the last half hour has counted already
 * @param repliedAt when they last answered a letter
 */
public record Signs(
        Optional<Instant> seenAt, Optional<Instant> clickedAt, double score, int session, Optional<Instant> repliedAt) {
    public static final Duration HALF_LIFE = Duration.ofDays(30);
    public static final Duration SESSION = Duration.ofMinutes(30);
    public static final Signs NONE = new Signs(Optional.empty(), Optional.empty(), 0, 0, Optional.empty());

    private static final double GRAIN = 1000;

    public Signs {
        seenAt = seenAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
        clickedAt = clickedAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
        repliedAt = repliedAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
        score = StrictMath.rint(score * GRAIN) / GRAIN;
    }

    /** With one more, in whatever order they become known. */
    public Signs with(Sign sign, Instant happenedAt) {
        Instant at = happenedAt.truncatedTo(ChronoUnit.MINUTES);
        Optional<Instant> clicked = sign == Sign.CLICK ? later(clickedAt, Optional.of(at)) : clickedAt;
        Instant last = seenAt.orElse(at);
        Instant latest = last.isAfter(at) ? last : at;
        boolean isSameSession =
                seenAt.isPresent() && Duration.between(last, at).abs().compareTo(SESSION) <= 0;
        if (isSameSession) {
            int counted = Math.max(session, sign.weight());
            return new Signs(
                    Optional.of(latest), clicked, worth(score, last, latest) + counted - session, counted, repliedAt);
        }
        double before = worth(score, last, latest);
        return at.isBefore(last)
                ? new Signs(seenAt, clicked, before + worth(sign.weight(), at, last), session, repliedAt)
                : new Signs(Optional.of(at), clicked, before + sign.weight(), sign.weight(), repliedAt);
    }

    /** They answered a letter. */
    public Signs replied(Instant at) {
        Signs more = with(Sign.WORD, at);
        return new Signs(more.seenAt, more.clickedAt, more.score, more.session, later(repliedAt, Optional.of(at)));
    }

    /** Of two people who turn out to be one. */
    public Signs merge(Signs other) {
        if (seenAt.isEmpty() || other.seenAt.isEmpty()) {
            return seenAt.isEmpty() ? other : this;
        }
        Instant latest = later(seenAt, other.seenAt).orElseThrow();
        Signs newer = seenAt.get().isBefore(other.seenAt.get()) ? other : this;
        return new Signs(
                Optional.of(latest),
                later(clickedAt, other.clickedAt),
                scoreAt(latest) + other.scoreAt(latest),
                newer.session,
                later(repliedAt, other.repliedAt));
    }

    /** What the score is worth then. */
    public double scoreAt(Instant now) {
        return seenAt.map(at -> worth(score, at, now)).orElse(0.0);
    }

    /** What lies before it counts as if it were now. */
    private static double worth(double weight, Instant then, Instant now) {
        double halves = Math.max(0, Duration.between(then, now).toMinutes()) / (double) HALF_LIFE.toMinutes();
        return weight * StrictMath.pow(0.5, halves);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
