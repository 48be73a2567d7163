package comeback.ingest.shopify;

import comeback.customer.OrderId;
import comeback.customer.Shipment;
import comeback.customer.ShipmentStage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Stages;
import comeback.ingest.reading.Story;
import comeback.ingest.reading.Story.Person;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Parcels as Shopify writes them. They name an order, and the order leads to its customer. */
final class ShopifyParcels {
    private static final int WORDS_MAX = 60;

    private ShopifyParcels() {}

    static void fulfillment(ShopifyDelivery delivery, Fields document, Links links, Story story) {
        ShopifyOrders.id(document, "order_id").ifPresent(order -> {
            Person owner = Person.named(List.of()).with(Optional.of("order:" + order));
            if (!shipped(order, document, owner, links, story)) {
                // Pending, open, cancelled: nothing has left the shop.
                story.tell(delivery.id(), Optional.empty(), owner, new Event.Unrecognised(delivery.topic()));
                return;
            }
            stage(document, "shipment_status").ifPresent(stage -> {
                Shipment shipment = shipment(order, document, links);
                Optional<Instant> at = Times.at(document, "updated_at");
                tellStage(shipment, stage, at, Optional.empty(), owner, story);
            });
        });
    }

    /** Tells that a parcel has left, if it has. */
    static boolean shipped(OrderId order, Fields parcel, Person owner, Links links, Story story) {
        Object status = parcel.asMap().get("status");
        boolean hasLeft =
                !List.of("pending", "open", "cancelled", "error", "failure").contains(String.valueOf(status));
        if (hasLeft) {
            Shipment shipment = shipment(order, parcel, links);
            story.tell(
                    "shopify-parcel-" + shipment.id() + "-shipped",
                    Times.at(parcel, "created_at"),
                    owner,
                    new Event.OrderShipped(shipment));
        }
        return hasLeft;
    }

    /** A word of the carrier. */
    static void stage(Fields document, Story story) {
        ShopifyOrders.id(document, "order_id").ifPresent(order -> {
            Shipment shipment = new Shipment(
                    Texts.token(document, OrderId.MAX, "fulfillment_id").orElse(order.value()),
                    order,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            Person owner = Person.named(List.of()).with(Optional.of("order:" + order));
            Optional<Instant> at = Times.at(document, "happened_at", "created_at");
            Optional<ShipmentStage> stage = stage(document, "status");
            if (stage.isPresent()) {
                Optional<Instant> expectedAt = Times.at(document, "estimated_delivery_at");
                tellStage(shipment, stage.get(), at, expectedAt, owner, story);
            } else {
                String event = Texts.token(document, WORDS_MAX, "id").orElse("");
                story.tell("shopify-stage-" + event, at, owner, new Event.Unrecognised("Shipment Updated"));
            }
        });
    }

    private static void tellStage(
            Shipment shipment,
            ShipmentStage stage,
            Optional<Instant> at,
            Optional<Instant> expectedAt,
            Person owner,
            Story story) {
        // A second attempt and a second delay are news; a second delivery is not.
        String when = stage == ShipmentStage.DELIVERED
                ? ""
                : at.map(Instant::toString).orElse("");
        story.tell(
                "shopify-parcel-" + shipment.id() + "-" + stage + when,
                at,
                owner,
                stage == ShipmentStage.DELIVERED
                        ? new Event.OrderDelivered(shipment.orderId(), Optional.of(shipment.id()))
                        : new OrderEvent.ShipmentUpdated(shipment, stage, expectedAt));
    }

    private static Optional<ShipmentStage> stage(Fields document, String name) {
        return document.asMap().get(name) instanceof String word ? Stages.of(word) : Optional.empty();
    }

    private static Shipment shipment(OrderId order, Fields document, Links links) {
        Optional<String> number = Texts.shown(document, WORDS_MAX, "tracking_number")
                .or(() -> document.texts("tracking_numbers").stream()
                        .findFirst()
                        .map(text -> Texts.clean(text, WORDS_MAX)));
        return new Shipment(
                Texts.token(document, OrderId.MAX, "id").or(() -> number).orElse(order.value()),
                order,
                Texts.shown(document, WORDS_MAX, "tracking_company"),
                number,
                links.page(document, "tracking_url"),
                ShopifyLines.in(document, "line_items", Optional.empty(), links));
    }
}
