package comeback.commit;

import comeback.flow.Reason;
import comeback.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of a customer's timeline: what came in, and what was decided.
 *
 * @param at when it happened
 * @param id the input's own id; the same input writes the same line
 * @param name as shown: "Order Completed", "Alarm", "Email Delivered"
 * @param source where it came from
 * @param raw the input as it was sent; empty when there is none
 * @param reasons what was decided and why
 * @param messages that were born of it, or that it is about
 */
public record LogEntry(
        Instant at,
        String id,
        String name,
        String source,
        Map<String, Object> raw,
        List<Reason> reasons,
        List<MessageId> messages) {
    public LogEntry {
        reasons = List.copyOf(reasons);
        messages = List.copyOf(messages);
    }
}
