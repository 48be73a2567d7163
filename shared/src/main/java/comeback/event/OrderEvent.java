package comeback.event;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shipment;
import comeback.customer.ShipmentStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a purchase, from the order to the last parcel. */
public sealed interface OrderEvent extends Event
        permits Event.OrderCancelled,
                Event.OrderCompleted,
                Event.OrderDelivered,
                Event.OrderShipped,
                OrderEvent.OrderPaid,
                OrderEvent.OrderPaymentFailed,
                OrderEvent.OrderRefunded,
                OrderEvent.OrderUpdated,
                OrderEvent.ShipmentUpdated,
                ReturnEvent {
    /** How an order's delivery is called. */
    String DELIVERED = "Order Delivered";

    /** The order that it is about. */
    OrderId orderId();

    /** The whole order as it was when this happened, when the storefront sent it along. */
    default Optional<Order> snapshot() {
        return Optional.empty();
    }

    /**
     * The money for an order is there.
     *
     * @param orderId which
     * @param order all of it, when the storefront sent it
     */
    record OrderPaid(OrderId orderId, Optional<Order> order) implements OrderEvent {
        @Override
        public Optional<Order> snapshot() {
            return order;
        }

        @Override
        public String name() {
            return "Order Paid";
        }
    }

    /**
     * The money for an order could not be had.
     *
     * @param orderId which
     * @param order all of it, when the storefront sent it
     * @param payUrl where the shopper can try again
     */
    record OrderPaymentFailed(OrderId orderId, Optional<Order> order, Optional<String> payUrl) implements OrderEvent {
        @Override
        public Optional<Order> snapshot() {
            return order;
        }

        @Override
        public String name() {
            return "Order Payment Failed";
        }
    }

    /**
     * Something about an order changed: its goods, its addresses, its payment.
     *
     * @param order as it is now
     */
    record OrderUpdated(Order order) implements OrderEvent {
        @Override
        public OrderId orderId() {
            return order.id();
        }

        @Override
        public Optional<Order> snapshot() {
            return Optional.of(order);
        }

        @Override
        public String name() {
            return "Order Updated";
        }
    }

    /**
     * Money went back to the shopper.
     *
     * @param orderId of which order
     * @param refundId the shop's id of the refund; the order's when it has none: then there is one refund an order
     * @param amount how much, when the storefront said it
     * @param isWhole whether nothing of the order is left to pay for
     * @param lines what was given back or struck off; may be empty
     */
    record OrderRefunded(OrderId orderId, String refundId, Optional<Money> amount, boolean isWhole, List<Line> lines)
            implements OrderEvent {
        public OrderRefunded {
            lines = List.copyOf(lines);
        }

        @Override
        public String name() {
            return "Order Refunded";
        }
    }

    /**
     * A parcel came further, or did not.
     *
     * @param shipment which
     * @param stage how far it is
     * @param expectedAt when it is to arrive, if the carrier says
     */
    record ShipmentUpdated(Shipment shipment, ShipmentStage stage, Optional<Instant> expectedAt) implements OrderEvent {
        @Override
        public OrderId orderId() {
            return shipment.orderId();
        }

        @Override
        public String name() {
            return "Shipment Updated";
        }
    }
}
