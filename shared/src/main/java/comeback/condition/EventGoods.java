package comeback.condition;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.event.BrowsingEvent;
import comeback.event.CheckoutEvent;
import comeback.event.CouponEvent;
import comeback.event.Event;
import comeback.event.LoyaltyEvent;
import comeback.event.OrderEvent;
import comeback.event.PersonEvent;
import comeback.event.ReturnEvent;
import comeback.event.StockRequestEvent;
import java.util.List;
import java.util.Optional;

/** The products that an event is about, and what they are worth. */
final class EventGoods {
    /** The events that have any. */
    static final String[] EVENTS = {
        "Product Viewed",
        "Product Added to Wishlist",
        "Product Removed from Wishlist",
        "Product Added",
        "Product Removed",
        "Cart Updated",
        "Cart Viewed",
        "Checkout Started",
        "Checkout Updated",
        "Order Completed",
        "Order Paid",
        "Order Payment Failed",
        "Order Updated",
        "Order Refunded",
        "Return Requested",
        "Return Approved",
        "Return Declined",
        "Return Received",
        "Return Closed",
        "Return Cancelled",
        "Back In Stock Subscribed",
        "Back In Stock Unsubscribed"
    };

    private EventGoods() {}

    static Optional<List<Line>> lines(Event event) {
        return switch (event) {
            case Event.CartEvent cart -> cart(cart);
            case OrderEvent order -> order(order);
            case BrowsingEvent browsing -> browsing(browsing);
            case StockRequestEvent request -> Optional.of(List.of(request.line()));
            case CheckoutEvent checkout -> Optional.empty();
            case CouponEvent coupon -> Optional.empty();
            case PersonEvent person -> Optional.empty();
            case LoyaltyEvent loyalty -> Optional.empty();
            case Event.SignedUp signedUp -> Optional.empty();
            case Event.CustomerUpdated updated -> Optional.empty();
            case Event.Unsubscribed unsubscribed -> Optional.empty();
            case Event.Unrecognised other -> Optional.empty();
        };
    }

    /** What was paid or given back, as the storefront said it; else what its products cost. */
    static Optional<Money> value(Event event) {
        Optional<Money> said = switch (event) {
            case OrderEvent.OrderRefunded refunded -> refunded.amount();
            case OrderEvent order ->
                order.snapshot()
                        .map(Order::amounts)
                        .flatMap(amounts -> amounts.total().or(amounts::subtotal));
            default -> Optional.empty();
        };
        return said.or(() -> lines(event).flatMap(Goods::value));
    }

    private static Optional<List<Line>> cart(Event.CartEvent event) {
        return switch (event) {
            case Event.ProductAdded added -> Optional.of(List.of(added.line()));
            case Event.ProductRemoved removed -> Optional.of(List.of(removed.line()));
            case Event.CartUpdated updated -> Optional.of(updated.lines());
            case Event.CartViewed viewed -> viewed.lines();
            case Event.CheckoutStarted checkout -> checkout.lines();
            case Event.CheckoutUpdated checkout -> checkout.lines();
        };
    }

    private static Optional<List<Line>> order(OrderEvent event) {
        return switch (event) {
            case OrderEvent.OrderRefunded refunded -> Optional.of(refunded.lines());
            case ReturnEvent returned -> Optional.of(returned.goods().lines());
            default -> event.snapshot().map(Order::lines);
        };
    }

    private static Optional<List<Line>> browsing(BrowsingEvent event) {
        return switch (event) {
            case BrowsingEvent.ProductViewed viewed -> Optional.of(List.of(viewed.line()));
            case BrowsingEvent.ProductAddedToWishlist added -> Optional.of(List.of(added.line()));
            case BrowsingEvent.ProductRemovedFromWishlist removed -> Optional.of(List.of(removed.line()));
            case BrowsingEvent.ProductListViewed list -> Optional.empty();
            case BrowsingEvent.ProductsSearched search -> Optional.empty();
            case BrowsingEvent.ProductReviewed review -> Optional.empty();
        };
    }
}
