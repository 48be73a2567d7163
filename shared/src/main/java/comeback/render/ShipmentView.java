package comeback.render;

import comeback.catalogue.Line;
import comeback.customer.Order;
import comeback.customer.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * A parcel as its letters show it. What is not known is "" or an empty list.
 *
 * @param orderNumber as the shopper knows it
 * @param carrier who brings it
 * @param trackingNumber as the carrier knows it
 * @param trackingUrl where to follow it
 * @param lines what is in it, without prices
 * @param moreLines how many further ones are not shown
 * @param others what else was ordered and is not in this parcel; only told when both are known
 * @param moreOthers how many further ones of those are not shown
 */
public record ShipmentView(
        String orderNumber,
        String carrier,
        String trackingNumber,
        SafeUrl trackingUrl,
        List<LineView> lines,
        int moreLines,
        List<LineView> others,
        int moreOthers) {
    static ShipmentView of(Shipment shipment, Optional<Order> order, Rows rows) {
        List<Line> ordered = order.map(Order::lines).orElse(List.of());
        List<Line> parcel = shipment.lines();
        List<Line> others = parcel.isEmpty()
                ? List.of()
                : ordered.stream()
                        .flatMap(line -> without(parcel, line).stream())
                        .toList();
        return new ShipmentView(
                order.map(Order::number).orElse(shipment.orderId().value()),
                shipment.carrier().orElse(""),
                shipment.trackingNumber().orElse(""),
                shipment.trackingUrl().map(SafeUrl::page).orElse(SafeUrl.NONE),
                rows.unpriced(
                        parcel.stream().map(line -> described(line, ordered)).toList()),
                rows.hidden(parcel, 0),
                rows.unpriced(others),
                rows.hidden(others, 0));
    }

    /** What of an ordered line is not in the parcel. */
    private static Optional<Line> without(List<Line> parcel, Line ordered) {
        int packed = parcel.stream()
                .filter(ordered::isSameThing)
                .mapToInt(Line::quantity)
                .sum();
        int left = ordered.quantity() - packed;
        return left > 0 ? Optional.of(ordered.withQuantity(left)) : Optional.empty();
    }

    /** Carriers' webhooks often name a product without its picture; the order still has it. */
    private static Line described(Line packed, List<Line> ordered) {
        return packed.imageUrl().isPresent()
                ? packed
                : ordered.stream()
                        .filter(packed::isSameThing)
                        .findFirst()
                        .map(line -> line.withQuantity(packed.quantity()))
                        .orElse(packed);
    }
}
