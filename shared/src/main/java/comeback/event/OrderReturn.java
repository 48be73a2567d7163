package comeback.event;

import comeback.catalogue.Line;
import comeback.customer.OrderId;
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
 */
public record OrderReturn(
        OrderId orderId, Optional<String> id, Optional<String> number, Optional<String> reason, List<Line> lines) {
    public OrderReturn {
        lines = List.copyOf(lines);
    }
}
