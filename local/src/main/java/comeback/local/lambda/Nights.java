package comeback.local.lambda;

import comeback.local.aws.LocalDynamo;
import comeback.local.clock.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The night's clock: every quarter of an hour {@code nightly} looks at who is due for a review. Calls at which nobody is due
 * are left out, as with {@link Sweeps}, and for the same reason.
 */
public final class Nights implements Due {
    /** As in template.yaml: rate(15 minutes). */
    static final Duration EVERY = Duration.ofMinutes(15);

    private final LocalDynamo dynamo;
    private final Invocations invocations;
    private final Functions functions;
    private final InstantSource clock;
    private Instant last;

    public Nights(LocalDynamo dynamo, Invocations invocations, Functions functions, InstantSource clock) {
        this.dynamo = dynamo;
        this.invocations = invocations;
        this.functions = functions;
        this.clock = clock;
        last = clock.instant();
    }

    @Override
    public Optional<Instant> next() {
        return dynamo.earliestReview()
                .map(due -> firstAtOrAfter(later(Instant.ofEpochSecond(due), last.plusSeconds(1))));
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
