package comeback.local.lambda;

import comeback.local.aws.LocalDynamo;
import comeback.local.clock.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The sweeper's clock: every five minutes {@code wake} looks for what a lost schedule left behind.
 *
 * <p>Sweeps at which nothing is due are left out. That changes nothing: a sweep reads the index of what is due up to now
 * and wakes what it finds; the first entry of that index is looked at here, and where it lies in the future a sweep
 * would find nothing, write nothing and send nothing. It makes three days 864 function calls shorter.
 */
public final class Sweeps implements Due {
    /** As in template.yaml: rate(5 minutes). */
    public static final Duration EVERY = Duration.ofMinutes(5);

    private final LocalDynamo dynamo;
    private final Invocations invocations;
    private final Functions functions;
    private final InstantSource clock;
    private Instant last;

    public Sweeps(LocalDynamo dynamo, Invocations invocations, Functions functions, InstantSource clock) {
        this.dynamo = dynamo;
        this.invocations = invocations;
        this.functions = functions;
        this.clock = clock;
        last = clock.instant();
    }

    @Override
    public Optional<Instant> next() {
        return dynamo.earliestDue().map(due -> firstAtOrAfter(later(Instant.ofEpochSecond(due), last.plusSeconds(1))));
    }

    @Override
    public void work(Instant now) {
        last = now;
        invocations.call("wake", functions.wake(), Map.of("sweep", "true"));
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
