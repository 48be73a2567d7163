package comeback.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.local.clock.Due;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Calls functions as Lambda does: waiting for the answer, or for events that nobody waits for, with two more attempts a
 * minute and then two minutes later before the event is given up.
 */
public final class Invocations implements Due {
    private static final List<Duration> RETRIES_AFTER = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final Incidents incidents;
    private final InstantSource clock;
    private final Consumer<String> log;
    private final PriorityQueue<Retry> retries = new PriorityQueue<>(Comparator.comparing(Retry::at));

    /**
     * Calls nothing yet.
     *
     * @param log takes the lines that functions log
     */
    public Invocations(Incidents incidents, InstantSource clock, Consumer<String> log) {
        this.incidents = incidents;
        this.clock = clock;
        this.log = log;
    }

    /** Calls a function and waits; nothing when it failed, which has been told then. */
    public <I, O> Optional<O> call(String name, RequestHandler<I, O> function, I input) {
        try {
            return Optional.ofNullable(function.handleRequest(input, LocalContext.of(name, log)));
        } catch (RuntimeException e) {
            // The one place where anything that a function throws is caught: it is what Lambda does.
            incidents.happened("The function " + name + " failed: " + e.getMessage(), stackTrace(e));
            return Optional.empty();
        }
    }

    /** Gives a function an event that nobody waits for. Its answer says that it is done, so every function has one. */
    public <I> void hand(String name, RequestHandler<I, String> function, I input) {
        attempt(name, () -> call(name, function, input).isPresent(), 0);
    }

    @Override
    public Optional<Instant> next() {
        return Optional.ofNullable(retries.peek()).map(Retry::at);
    }

    @Override
    public void work(Instant now) {
        Retry retry = retries.poll();
        if (retry != null) {
            attempt(retry.name(), retry.attempt(), retry.done());
        }
    }

    /** Forgets what waits to be tried again. */
    public void clear() {
        retries.clear();
    }

    private void attempt(String name, Attempt attempt, int done) {
        if (attempt.succeeds()) {
            return;
        }
        if (done < RETRIES_AFTER.size()) {
            retries.add(new Retry(clock.instant().plus(RETRIES_AFTER.get(done)), name, attempt, done + 1));
        } else {
            incidents.happened(
                    "An event for the function " + name + " was given up after " + (done + 1) + " attempts.",
                    "In the cloud it lies in the dead-letter queue now.");
        }
    }

    private static String stackTrace(RuntimeException e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private interface Attempt {
        boolean succeeds();
    }

    private record Retry(Instant at, String name, Attempt attempt, int done) {}
}
