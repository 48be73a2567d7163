package comeback.simulation.world;

import comeback.simulation.edge.Harm;
import comeback.simulation.oracle.Violation;
import java.util.List;
import java.util.Map;

/**
 * What came of a world.
 *
 * @param options that it was made of
 * @param mails that SES took
 * @param calls to AWS
 * @param faults that were done, by name
 * @param unclear sends whose answer was lost
 * @param doubles receipts that came twice, where that is allowed
 * @param flagged messages that a person would look at
 * @param trace fingerprint of every call, its time and its fate
 * @param violations broken promises
 */
public record WorldResult(
        WorldOptions options,
        int mails,
        long calls,
        Map<String, Harm> faults,
        int unclear,
        int doubles,
        int flagged,
        long trace,
        List<Violation> violations) {
    public WorldResult {
        violations = List.copyOf(violations);
    }
}
