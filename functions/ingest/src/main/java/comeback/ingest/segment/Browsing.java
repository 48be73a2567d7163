package comeback.ingest.segment;

import comeback.event.BrowsingEvent;
import comeback.event.CouponEvent;
import comeback.event.Event;
import comeback.event.StockRequestEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What track calls report of someone who looks around: products, coupons, and what they wait for. */
final class Browsing {
    private static final int TEXT_MAX = 100;
    private static final int RATING_MAX = 10;

    private Browsing() {}

    static Optional<Event> viewed(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links).map(BrowsingEvent.ProductViewed::new);
    }

    static Optional<Event> listViewed(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new BrowsingEvent.ProductListViewed(
                Texts.shown(properties, TEXT_MAX, "category", "list_id", "list_name")));
    }

    static Optional<Event> searched(Fields properties, Instant occurredAt, Links links) {
        return Optional.of(new BrowsingEvent.ProductsSearched(Texts.shown(properties, TEXT_MAX, "query")));
    }

    static Optional<Event> wished(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links).map(BrowsingEvent.ProductAddedToWishlist::new);
    }

    static Optional<Event> unwished(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links).map(BrowsingEvent.ProductRemovedFromWishlist::new);
    }

    static Optional<Event> reviewed(Fields properties, Instant occurredAt, Links links) {
        // Some shops count in halves or in percent; what is no plain number of stars is not worth a refusal.
        Optional<Integer> stars = properties.asMap().get("rating") instanceof Integer rating
                ? Optional.of(rating).filter(its -> its >= 0 && its <= RATING_MAX)
                : Optional.empty();
        return Products.id(properties).map(id -> new BrowsingEvent.ProductReviewed(id, stars));
    }

    static Optional<Event> stockAsked(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links).map(StockRequestEvent.BackInStockSubscribed::new);
    }

    static Optional<Event> stockForgotten(Fields properties, Instant occurredAt, Links links) {
        return Products.only(properties, links).map(StockRequestEvent.BackInStockUnsubscribed::new);
    }

    static Optional<Event> couponEntered(Fields properties, Instant occurredAt, Links links) {
        return coupon(properties, CouponEvent.CouponEntered::new);
    }

    static Optional<Event> couponApplied(Fields properties, Instant occurredAt, Links links) {
        return coupon(properties, CouponEvent.CouponApplied::new);
    }

    static Optional<Event> couponDenied(Fields properties, Instant occurredAt, Links links) {
        return coupon(properties, CouponEvent.CouponDenied::new);
    }

    static Optional<Event> couponRemoved(Fields properties, Instant occurredAt, Links links) {
        return coupon(properties, CouponEvent.CouponRemoved::new);
    }

    private static Optional<Event> coupon(Fields properties, Function<String, Event> event) {
        var code = Texts.shown(properties, TEXT_MAX, "coupon_name", "coupon_id", "coupon", "code");
        if (code.isEmpty()) {
            properties.refuse("coupon_id", "required, or coupon_name");
        }
        return code.map(event);
    }
}
