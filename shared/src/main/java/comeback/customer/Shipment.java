package comeback.customer;

import comeback.catalogue.Line;
import java.util.List;
import java.util.Optional;

/**
 * One parcel of an order.
 *
 * @param id the shop's id of it, else its tracking number, else the order's id
 * @param orderId what it belongs to
 * @param carrier who brings it
 * @param trackingNumber as the carrier knows it
 * @param trackingUrl where the shopper can follow it
 * @param lines what is in it; empty when the shop did not say
 */
public record Shipment(
        String id,
        OrderId orderId,
        Optional<String> carrier,
        Optional<String> trackingNumber,
        Optional<String> trackingUrl,
        List<Line> lines) {
    public static final int LINES_MAX = 20;

    public Shipment {
        lines = lines.stream().limit(LINES_MAX).toList();
    }
}
