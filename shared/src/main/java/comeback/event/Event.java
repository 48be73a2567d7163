package comeback.event;

import comeback.catalogue.Line;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened, in the shop's world. Names are Segment's e-commerce names; where Segment has none, ours. */
public sealed interface Event
        permits BrowsingEvent,
                CheckoutEvent,
                CouponEvent,
                Event.CartEvent,
                Event.CustomerUpdated,
                Event.SignedUp,
                Event.Unrecognised,
                Event.Unsubscribed,
                LoyaltyEvent,
                OrderEvent,
                PersonEvent,
                StockRequestEvent {
    /** The canonical name, as it stands in flow files: "Order Completed". */
    String name();

    /** An account was made. */
    record SignedUp() implements Event {
        @Override
        public String name() {
            return "Signed Up";
        }
    }

    /** The storefront told something about the person (identify); what it told is in the envelope. */
    record CustomerUpdated() implements Event {
        @Override
        public String name() {
            return "Customer Updated";
        }
    }

    /**
     * A product was put into the cart.
     *
     * @param line what and how many
     * @param cart how the storefront calls the cart
     */
    record ProductAdded(Line line, CartRef cart) implements CartEvent {
        @Override
        public String name() {
            return "Product Added";
        }
    }

    /**
     * A product was taken out of the cart.
     *
     * @param line what and how many
     * @param cart how the storefront calls the cart
     */
    record ProductRemoved(Line line, CartRef cart) implements CartEvent {
        @Override
        public String name() {
            return "Product Removed";
        }
    }

    /**
     * The whole cart as it is now; no lines means that it was emptied.
     *
     * @param lines all of it
     * @param cart how the storefront calls the cart
     */
    record CartUpdated(List<Line> lines, CartRef cart) implements CartEvent {
        public CartUpdated {
            lines = List.copyOf(lines);
        }

        @Override
        public String name() {
            return "Cart Updated";
        }
    }

    /**
     * The cart was looked at.
     *
     * @param lines all of it; absent when the storefront did not list them
     * @param cart how the storefront calls the cart
     */
    record CartViewed(Optional<List<Line>> lines, CartRef cart) implements CartEvent {
        @Override
        public String name() {
            return "Cart Viewed";
        }
    }

    /**
     * The cart went to the checkout.
     *
     * @param lines all of it; absent when the storefront did not list them
     * @param cart how the storefront calls the cart and the checkout
     */
    record CheckoutStarted(Optional<List<Line>> lines, CartRef cart) implements CartEvent {
        @Override
        public String name() {
            return "Checkout Started";
        }
    }

    /**
     * Something about the checkout changed: its contents, the address, a step was taken.
     *
     * @param lines all of it; absent when the storefront did not list them
     * @param cart how the storefront calls the cart and the checkout
     */
    record CheckoutUpdated(Optional<List<Line>> lines, CartRef cart) implements CartEvent {
        @Override
        public String name() {
            return "Checkout Updated";
        }
    }

    /**
     * A purchase.
     *
     * @param order what was bought
     * @param cartTokens the names of the cart and checkout that it came from
     */
    record OrderCompleted(Order order, Set<String> cartTokens) implements OrderEvent {
        public OrderCompleted {
            cartTokens = Set.copyOf(cartTokens);
        }

        @Override
        public String name() {
            return "Order Completed";
        }

        @Override
        public OrderId orderId() {
            return order.id();
        }

        @Override
        public Optional<Order> snapshot() {
            return Optional.of(order);
        }
    }

    /**
     * A parcel left the shop.
     *
     * @param shipment what and how
     */
    record OrderShipped(Shipment shipment) implements OrderEvent {
        @Override
        public String name() {
            return "Order Shipped";
        }

        @Override
        public OrderId orderId() {
            return shipment.orderId();
        }
    }

    /**
     * An order arrived, or a parcel of it.
     *
     * @param orderId which
     * @param shipmentId the parcel that is there; absent when all of the order is
     */
    record OrderDelivered(OrderId orderId, Optional<String> shipmentId) implements OrderEvent {
        /** All of it. */
        public OrderDelivered(OrderId orderId) {
            this(orderId, Optional.empty());
        }

        @Override
        public String name() {
            return "Order Delivered";
        }
    }

    /**
     * An order will not be fulfilled.
     *
     * @param orderId which
     */
    record OrderCancelled(OrderId orderId) implements OrderEvent {
        @Override
        public String name() {
            return "Order Cancelled";
        }
    }

    /** The person wants no more marketing. */
    record Unsubscribed() implements Event {
        @Override
        public String name() {
            return "Unsubscribed";
        }
    }

    /**
     * Something that this version does not understand: kept, acted on by nobody.
     *
     * @param name as it was sent
     */
    record Unrecognised(String name) implements Event {}

    /** What happens to a cart. */
    sealed interface CartEvent extends Event {
        CartRef cart();
    }
}
