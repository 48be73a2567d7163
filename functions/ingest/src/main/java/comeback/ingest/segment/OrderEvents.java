package comeback.ingest.segment;

import comeback.catalogue.Line;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.ShipmentStage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Stages;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What track calls report of orders and parcels. */
final class OrderEvents {
    private static final int WORDS_MAX = 200;

    private OrderEvents() {}

    static Optional<Event> completed(Fields properties, Instant occurredAt, Links links) {
        return Orders.order(properties, occurredAt, links)
                .map(order -> new Event.OrderCompleted(order, Carts.tokens(properties)));
    }

    static Optional<Event> paid(Fields properties, Instant occurredAt, Links links) {
        return Orders.id(properties).map(id -> new OrderEvent.OrderPaid(id, whole(properties, occurredAt, links)));
    }

    static Optional<Event> paymentFailed(Fields properties, Instant occurredAt, Links links) {
        return Orders.id(properties)
                .map(id -> new OrderEvent.OrderPaymentFailed(
                        id,
                        whole(properties, occurredAt, links),
                        links.page(properties, "payment_url", "pay_url", "checkout_url", "order_url")));
    }

    static Optional<Event> shipped(Fields properties, Instant occurredAt, Links links) {
        return Orders.shipment(properties, links).map(Event.OrderShipped::new);
    }

    static Optional<Event> delivered(Fields properties, Instant occurredAt, Links links) {
        return Orders.id(properties).map(Event.OrderDelivered::new);
    }

    static Optional<Event> cancelled(Fields properties, Instant occurredAt, Links links) {
        return Orders.id(properties).map(Event.OrderCancelled::new);
    }

    /** The whole order, if it came along and says when it was placed: the time of this event is a later one. */
    private static Optional<Order> whole(Fields properties, Instant occurredAt, Links links) {
        return properties.has("products")
                ? Orders.order(properties, placedAt(properties, occurredAt), links)
                : Optional.empty();
    }

    static Optional<Event> updated(Fields properties, Instant occurredAt, Links links) {
        // A change that names the order only says nothing that a letter could show.
        return properties.has("products")
                ? whole(properties, occurredAt, links).map(OrderEvent.OrderUpdated::new)
                : Orders.id(properties).map(id -> new Event.Unrecognised("Order Updated"));
    }

    private static Instant placedAt(Fields properties, Instant occurredAt) {
        return properties
                .instant(Texts.named(properties, "placed_at", "placedAt", "created_at", "createdAt"))
                .filter(at -> !at.isAfter(occurredAt))
                .orElse(occurredAt);
    }

    /** In Segment's words a refund without products is of the whole order. */
    static Optional<Event> refunded(Fields properties, Instant occurredAt, Links links) {
        List<Line> lines = Products.listed(properties, links).orElse(List.of());
        var currency = Prices.currency(properties, "currency");
        var amount = Prices.amount(properties, currency, Prices.TOTAL_MAX, "refund_amount", "amount", "total");
        var refundId = Texts.id(properties, OrderId.MAX, "refund_id", "refundId");
        return Orders.id(properties)
                .map(order -> new OrderEvent.OrderRefunded(
                        order, refundId.orElse(order.value()), amount, lines.isEmpty(), lines));
    }

    static Optional<Event> shipmentUpdated(Fields properties, Instant occurredAt, Links links) {
        var expectedAt = properties.instant(
                Texts.named(properties, "estimated_delivery_at", "expected_at", "estimatedDeliveryAt"));
        var stage = Texts.shown(properties, WORDS_MAX, "status", "shipment_status", "tracking_status")
                .flatMap(Stages::of);
        return Orders.shipment(properties, links)
                .map(shipment -> stage.<Event>map(its -> its == ShipmentStage.DELIVERED
                                ? new Event.OrderDelivered(shipment.orderId(), Optional.of(shipment.id()))
                                : new OrderEvent.ShipmentUpdated(shipment, its, expectedAt))
                        .orElseGet(() -> new Event.Unrecognised("Shipment Updated")));
    }
}
