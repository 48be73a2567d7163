package comeback.customer;

import comeback.catalogue.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Goods on their way back.
 *
 * @param orderId what they were bought with
 * @param id the shop's id of the return; absent when the storefront names the order only
 * @param number as the shopper knows it: "#1001-R1"
 * @param reason why they come back, or why they may not
 * @param lines what comes back; may be empty
 * @param labelUrl where the shopper finds the label for the parcel
 * @param sendBy until when it must be on its way
 */
public record OrderReturn(
        OrderId orderId,
        Optional<String> id,
        Optional<String> number,
        Optional<String> reason,
        List<Line> lines,
        Optional<String> labelUrl,
        Optional<Instant> sendBy) {
    public static final int LINES_MAX = 20;

    /** One for which nothing needs to be printed, or nobody told. */
    public OrderReturn(
            OrderId orderId, Optional<String> id, Optional<String> number, Optional<String> reason, List<Line> lines) {
        this(orderId, id, number, reason, lines, Optional.empty(), Optional.empty());
    }

    public OrderReturn {
        lines = lines.stream().limit(LINES_MAX).toList();
    }
}
