package comeback.ingest.segment;

import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Optional;

/** What a message reports, in our vocabulary. */
final class Events {
    private static final int NAME_MAX = 100;

    private Events() {}

    /** The event; nothing when something in it is wrong, which is then noted. */
    static Optional<Event> in(Message message, Optional<TrackName> name, Instant occurredAt, Links links) {
        return switch (message.type()) {
            case IDENTIFY -> Optional.of(new Event.CustomerUpdated());
            case TRACK ->
                name.isPresent()
                        ? tracked(name.get(), message.properties(), occurredAt, links)
                        : unrecognised(message.item());
            case PAGE, SCREEN, GROUP, ALIAS ->
                Optional.of(new Event.Unrecognised(message.type().word()));
        };
    }

    /** The name of a track call, if it means something to us. */
    static Optional<TrackName> nameOf(Message message) {
        return message.type() == MessageType.TRACK && message.item().asMap().get("event") instanceof String name
                ? TrackName.of(name)
                : Optional.empty();
    }

    private static Optional<Event> tracked(TrackName name, Fields properties, Instant occurredAt, Links links) {
        return switch (name) {
            case SIGNED_UP -> Optional.of(new Event.SignedUp());
            case PRODUCT_ADDED ->
                Products.only(properties, links)
                        .map(line -> new Event.ProductAdded(line, Carts.named(properties, links)));
            case PRODUCT_REMOVED ->
                Products.only(properties, links)
                        .map(line -> new Event.ProductRemoved(line, Carts.named(properties, links)));
            case CART_UPDATED -> cartUpdated(properties, links);
            case CART_VIEWED ->
                Optional.of(new Event.CartViewed(Products.listed(properties, links), Carts.named(properties, links)));
            case CHECKOUT_STARTED -> Optional.of(checkoutStarted(properties, links));
            case ORDER_COMPLETED ->
                Orders.order(properties, occurredAt, links)
                        .map(order -> new Event.OrderCompleted(order, Carts.tokens(properties)));
            case ORDER_SHIPPED -> Orders.shipment(properties, links).map(Event.OrderShipped::new);
            case ORDER_DELIVERED -> Orders.id(properties).map(Event.OrderDelivered::new);
            case ORDER_CANCELLED -> Orders.id(properties).map(Event.OrderCancelled::new);
            case UNSUBSCRIBED -> Optional.of(new Event.Unsubscribed());
            case CONSENT_UPDATED -> Optional.of(new Event.CustomerUpdated());
        };
    }

    private static Optional<Event> cartUpdated(Fields properties, Links links) {
        var lines = Products.listed(properties, links);
        if (!properties.has("products")) {
            properties.refuse("products", "required: all that is in the cart; an empty list when nothing is");
        }
        return lines.map(all -> new Event.CartUpdated(all, Carts.named(properties, links)));
    }

    /** Nobody checks out an empty cart: a storefront that sends no products has just not listed them. */
    private static Event checkoutStarted(Fields properties, Links links) {
        var lines = Products.listed(properties, links).filter(all -> !all.isEmpty());
        return new Event.CheckoutStarted(lines, Carts.named(properties, links));
    }

    private static Optional<Event> unrecognised(Fields item) {
        var name = Texts.shown(item, NAME_MAX, "event");
        if (name.isEmpty()) {
            item.refuse("event", "required: the event's name");
        }
        return name.map(Event.Unrecognised::new);
    }
}
