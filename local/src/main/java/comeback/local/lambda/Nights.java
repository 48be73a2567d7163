package comeback.local.lambda;

import comeback.local.aws.LocalDynamo;
import comeback.local.aws.LocalSes;
import comeback.local.clock.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The night's clock: every quarter of an hour {@code nightly} looks at who is due for a review, once a day at SES's list, and in the
 * first hour of a store's day at what is tried. Calls at which nobody is due, nothing is new there and nothing is tried are left out, as with {@link Sweeps}, and for the same reason.
 */
public final class Nights implements Due {
    /** As in template.yaml: rate(15 minutes). */
    static final Duration EVERY = Duration.ofMinutes(15);

    /** As {@code nightly} waits from one going through SES's list to the next. */
    private static final Duration BETWEEN_LISTS = Duration.ofDays(1);

    private final LocalDynamo dynamo;
    private final LocalSes ses;
    private final Invocations invocations;
    private final Functions functions;
    private final BooleanSupplier isTrying;
    private final InstantSource clock;
    private Instant last;

    /**
     * Makes it.
     *
     * @param isTrying whether any flow tries something: then each full hour is the first of some store's day
     */
    public Nights(
            LocalDynamo dynamo,
            LocalSes ses,
            Invocations invocations,
            Functions functions,
            BooleanSupplier isTrying,
            InstantSource clock) {
        this.dynamo = dynamo;
        this.ses = ses;
        this.invocations = invocations;
        this.functions = functions;
        this.isTrying = isTrying;
        this.clock = clock;
        last = clock.instant();
    }

    @Override
    public Optional<Instant> next() {
        Optional<Instant> review = dynamo.earliestReview().map(Instant::ofEpochSecond);
        return Stream.of(review, list(), judged())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(due -> firstAtOrAfter(later(due, last.plusSeconds(1))));
    }

    private Optional<Instant> judged() {
        return isTrying.getAsBoolean()
                ? Optional.of(last.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS))
                : Optional.empty();
    }

    /** A day after SES took up an address its list is gone through for sure, whenever it was before; unless it was since. */
    private Optional<Instant> list() {
        return ses.suppressed().changedAt().map(at -> at.plus(BETWEEN_LISTS)).filter(last::isBefore);
    }

    @Override
    public void work(Instant now) {
        last = now;
        invocations.call("nightly", functions.nightly(), Map.of());
    }

    /** Starts again, in an empty world. */
    public void clear() {
        last = clock.instant();
    }

    private static Instant firstAtOrAfter(Instant at) {
        long every = EVERY.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0), every) * every);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
