package comeback.flow;

import java.time.Instant;
import java.util.List;

/**
 * A line of a customer's timeline, as far as it explains something.
 *
 * @param at when it happened
 * @param id names it
 * @param name as shown: "Order Completed", "Alarm"
 * @param reasons what was decided then
 */
public record Past(Instant at, String id, String name, List<Reason> reasons) {
    public Past {
        reasons = List.copyOf(reasons);
    }
}
