package comeback.simulation.oracle;

import java.time.Instant;

/**
 * A broken promise.
 *
 * @param rule which
 * @param shopper whose, by number; -1 for nobody's in particular
 * @param at when
 * @param what happened
 */
public record Violation(Rule rule, int shopper, Instant at, String what) {
    @Override
    public String toString() {
        return at + " " + rule + " (" + rule.words() + "): " + what;
    }
}
