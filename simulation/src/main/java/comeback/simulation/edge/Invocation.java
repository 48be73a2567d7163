package comeback.simulation.edge;

import java.time.Instant;

/**
 * One run of a function.
 *
 * @param function its name
 * @param deadline when Lambda kills it
 */
public record Invocation(String function, Instant deadline) {
    /** Nobody runs. */
    static final Invocation NONE = new Invocation("", Instant.MAX);
}
