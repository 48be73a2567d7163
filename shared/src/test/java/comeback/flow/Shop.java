package comeback.flow;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.Shipment;
import comeback.event.CartRef;
import comeback.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the shop of these lives reports: carts, orders, parcels. */
final class Shop {
    private static final Currency USD = Currency.getInstance("USD");

    private Shop() {}

    static Event.CheckoutStarted checkout(String token, String... products) {
        return new Event.CheckoutStarted(
                Optional.of(List.of(products).stream().map(Shop::line).toList()), cart(token));
    }

    static Event.OrderCompleted bought(String id, Instant at) {
        return new Event.OrderCompleted(order(id, at), Set.of());
    }

    static Event.OrderShipped shipped(String order, String parcel) {
        return new Event.OrderShipped(new Shipment(
                parcel, new OrderId(order), Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
    }

    static Line line(String product) {
        return new Line(
                product,
                Optional.empty(),
                product,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of(Money.of(new BigDecimal("12.50"), USD)));
    }

    static CartRef cart(String token) {
        return new CartRef(Set.of(token), Optional.empty());
    }

    static Order order(String id, Instant at) {
        return new Order(
                new OrderId(id),
                "#" + id,
                at,
                Order.Payment.PAID,
                List.of(line("mug")),
                0,
                new Order.Amounts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
