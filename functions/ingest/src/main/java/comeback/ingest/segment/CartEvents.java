package comeback.ingest.segment;

import comeback.catalogue.Line;
import comeback.event.CheckoutEvent;
import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What track calls report of carts and checkouts. */
final class CartEvents {
    private CartEvents() {}

    static Optional<Event> added(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links)
                .map(line -> new Event.ProductAdded(line, Carts.named(properties, links)));
    }

    static Optional<Event> removed(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links)
                .map(line -> new Event.ProductRemoved(line, Carts.named(properties, links)));
    }

    static Optional<Event> updated(Fields properties, Instant occurredAt, Links links) {
        var lines = Products.listed(properties, links);
        if (!properties.has("products")) {
            properties.refuse("products", "required: all that is in the cart; an empty list when nothing is");
        }
        return lines.map(all -> new Event.CartUpdated(all, Carts.named(properties, links)));
    }

    static Optional<Event> viewed(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new Event.CartViewed(Products.listed(properties, links), Carts.named(properties, links)));
    }

    static Optional<Event> checkoutStarted(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new Event.CheckoutStarted(goods(properties, links), Carts.named(properties, links)));
    }

    static Optional<Event> checkoutUpdated(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new Event.CheckoutUpdated(goods(properties, links), Carts.named(properties, links)));
    }

    static Optional<Event> checkoutDeleted(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new CheckoutEvent.CheckoutDeleted(Carts.named(properties, links)));
    }

    static Optional<Event> checkoutAbandoned(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new CheckoutEvent.CheckoutAbandoned(Carts.named(properties, links)));
    }

    /** Nobody checks out an empty cart: a storefront that sends no products has just not listed them. */
    private static Optional<List<Line>> goods(Fields properties, Links links) {
        return Products.listed(properties, links).filter(all -> !all.isEmpty());
    }
}
