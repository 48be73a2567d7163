package comeback.local.crash;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import comeback.local.TestWorld;
import comeback.local.WatchedAws;
import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * A world in which one call goes wrong. It is emptied for each play and begins a month later, so that nothing that a
 * function keeps in memory for a while is left from the play before. (After centuries SDKs fail that count nanoseconds.)
 */
final class HarmedWorld implements AutoCloseable {
    private static final Duration BETWEEN_PLAYS = Duration.ofDays(30);

    private final List<String> calls = new ArrayList<>();
    private final List<Integer> atNight = new ArrayList<>();
    private final boolean sesTells;
    private final boolean nightWorks;
    private final TestWorld world;
    private @Nullable Wire wire;
    private Instant begin = Instant.parse("2026-03-02T09:00:20Z");

    /**
     * Starts it.
     *
     * @param sesTells whether what SES reports about mails arrives; AWS promises no more than its best effort
     */
    HarmedWorld(boolean sesTells) {
        this(sesTells, false);
    }

    /** One in which the night is not asleep. */
    static HarmedWorld withNights() {
        return new HarmedWorld(true, true);
    }

    private HarmedWorld(boolean sesTells, boolean nightWorks) {
        this.sesTells = sesTells;
        this.nightWorks = nightWorks;
        world = TestWorld.watched(() -> begin, this::harmed, this::mortal);
    }

    private LocalAws harmed(LocalAws plain) {
        return WatchedAws.of(plain, HarmedWorld::withoutPauses, services -> wire = new Wire(services, calls));
    }

    /** As many tries as the SDK makes, without the pauses between them. */
    private static void withoutPauses(ClientOverrideConfiguration.Builder settings) {
        settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .circuitBreakerEnabled(false)
                .build());
    }

    private Functions mortal(Functions real) {
        return new Functions(
                mortal(real.ingest()),
                mortal(real.shopper()),
                mortal(real.console()),
                mortal(real.wake()),
                mortal(real.send()),
                sesTells ? mortal(real.feedback()) : (event, context) -> "not delivered",
                // Every quarter of an hour it would look for nobody: a thousand points to die at for nothing.
                nightWorks ? noted(mortal(real.nightly())) : (event, context) -> "asleep",
                mortal(real.bus()),
                // It has a test of its own: here it would only be more points to die at.
                (event, context) -> new StreamsEventResponse(List.of()),
                mortal(real.reply()));
    }

    /** Remembers which calls it made. */
    private <I, O> RequestHandler<I, O> noted(RequestHandler<I, O> nightly) {
        return (input, context) -> {
            int first = calls.size();
            try {
                return nightly.handleRequest(input, context);
            } finally {
                for (int call = first; call < calls.size(); call++) {
                    atNight.add(call);
                }
            }
        };
    }

    /** Lambda sees a dead process; whoever called gets an error. */
    private static <I, O> RequestHandler<I, O> mortal(RequestHandler<I, O> function) {
        return (input, context) -> {
            try {
                return function.handleRequest(input, context);
            } catch (Death death) {
                throw new IllegalStateException(death);
            }
        };
    }

    /** An empty world, in which this goes wrong. */
    TestWorld startAgain(Optional<Mishap> mishap) {
        begin = begin.plus(BETWEEN_PLAYS);
        world.inside().reset();
        java.util.Objects.requireNonNull(wire).expect(mishap);
        atNight.clear();
        return world;
    }

    /** Which of these calls the night made, as numbers from 0. */
    List<Integer> callsAtNight() {
        return List.copyOf(atNight);
    }

    /** The calls that the functions made since, by name, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        world.close();
    }
}
