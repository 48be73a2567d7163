package comeback.customer;

import java.util.Optional;

/** What a journey and its letters are about, beyond the customer. */
public sealed interface About {
    /** The order that it is about, or a parcel of which it is about. */
    default Optional<OrderId> order() {
        return switch (this) {
            case TheCustomer customer -> Optional.empty();
            case TheCart cart -> Optional.empty();
            case TheOrder order -> Optional.of(order.orderId());
            case TheShipment parcel -> Optional.of(parcel.shipment().orderId());
        };
    }

    /** The customer only. */
    record TheCustomer() implements About {}

    /**
     * The cart of that id; its lines are read from the customer at sending, so they are true then.
     *
     * @param cartId as in the customer
     */
    record TheCart(String cartId) implements About {}

    /**
     * An order.
     *
     * @param orderId its lines are read from the order's own item at sending
     */
    record TheOrder(OrderId orderId) implements About {}

    /**
     * A parcel.
     *
     * @param shipment as the storefront told it
     */
    record TheShipment(Shipment shipment) implements About {}
}
