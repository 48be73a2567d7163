package comeback.send;

import comeback.commit.Orders;
import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Shipment;
import comeback.message.Message;
import comeback.message.Ruling;
import java.util.Optional;

/**
 * What a message is about, as it is at this moment.
 *
 * @param to the order's or checkout's own address, else the customer's
 * @param cart if it is about one
 * @param order if it is about one, or about a parcel of one, and the storefront told us of it
 * @param shipment if it is about one
 * @param goods that it tells of
 * @param untrue why the message must not go any more, if so
 */
record Facts(
        Optional<EmailAddress> to,
        Optional<Cart> cart,
        Optional<Order> order,
        Optional<Shipment> shipment,
        Goods goods,
        Optional<Ruling> untrue) {
    static Facts of(Message message, Customer customer, Orders orders, Shelves shelves) {
        Optional<EmailAddress> own = customer.identity().email();
        return switch (message.about()) {
            case About.TheCustomer c -> plain(own);
            case About.TheCart about -> ofCart(about, customer, own);
            case About.TheGoods about -> ofGoods(own, shelves.look(message.store(), about));
            case About.TheOrder about -> {
                Optional<Order> order = orders.find(message.store(), about.orderId());
                yield new Facts(
                        order.flatMap(Order::email).or(() -> own),
                        Optional.empty(),
                        order,
                        Optional.empty(),
                        Goods.NONE,
                        order.isEmpty()
                                ? Optional.of(new Ruling(
                                        "order",
                                        "unknown",
                                        "the order is not known",
                                        "It would have gone, had the store reported what was bought."))
                                : cancelled(customer, about.orderId()));
            }
            case About.TheShipment about -> {
                Optional<Order> order =
                        orders.find(message.store(), about.shipment().orderId());
                yield new Facts(
                        order.flatMap(Order::email).or(() -> own),
                        Optional.empty(),
                        order,
                        Optional.of(about.shipment()),
                        Goods.NONE,
                        cancelled(customer, about.shipment().orderId()));
            }
        };
    }

    private static Facts plain(Optional<EmailAddress> to) {
        return new Facts(to, Optional.empty(), Optional.empty(), Optional.empty(), Goods.NONE, Optional.empty());
    }

    private static Facts ofGoods(Optional<EmailAddress> to, Goods goods) {
        return new Facts(
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                goods,
                goods.lines().isEmpty()
                        ? Optional.of(new Ruling(
                                "stock",
                                "sold out",
                                "it is sold out again, so the customer waits on",
                                "It would have gone, had there been something left when it was due."))
                        : Optional.empty());
    }

    /** The cart as it is now: between the decision and this moment it may have been bought. */
    private static Facts ofCart(About.TheCart about, Customer customer, Optional<EmailAddress> own) {
        Optional<Cart> cart = customer.shopping()
                .cart()
                .filter(open -> open.id().equals(about.cartId()))
                .filter(open -> !open.isEmpty());
        return new Facts(
                cart.flatMap(Cart::email).or(() -> own),
                cart,
                Optional.empty(),
                Optional.empty(),
                Goods.NONE,
                cart.isEmpty()
                        ? Optional.of(new Ruling(
                                "cart",
                                "closed",
                                "the cart was bought or emptied meanwhile",
                                "It would have gone, had the cart still been there when it was due."))
                        : Optional.empty());
    }

    private static Optional<Ruling> cancelled(Customer customer, OrderId id) {
        return customer.shopping()
                .order(id)
                .filter(order -> order.stage() == OrderState.Stage.CANCELLED)
                .map(order -> new Ruling(
                        "order-cancelled",
                        id.value(),
                        "order " + id + " was cancelled meanwhile",
                        "It would have gone, had the order not been cancelled."));
    }
}
