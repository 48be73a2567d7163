package comeback.condition;

import comeback.catalogue.Money;
import comeback.customer.Cart;
import comeback.flow.Condition.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What lies in the customer's open cart, and nothing when there is none. */
final class CartFacts {
    private static final Fact.Source CART = CartFacts::value;

    static final List<Fact> ALL = List.of(
            CART.truth("cart.known", "whether something lies in the cart"),
            CART.money("cart.value", "the price of all of it; not known when one price is not"),
            CART.number("cart.items", "how many pieces lie in it"),
            CART.call("cart.contains", "whether a product or variant with this id lies in it"),
            CART.number("cart.hours", "whole hours since it was touched last"));

    private CartFacts() {}

    private static Optional<Value> value(String name, Asked asked, String argument) {
        return switch (name) {
            case "cart.known" ->
                Value.truth(cart(asked).filter(cart -> !cart.isEmpty()).isPresent());
            case "cart.value" -> Value.money(value(asked));
            case "cart.items" -> Value.number(cart(asked).map(Cart::pieces));
            case "cart.contains" -> Value.truth(cart(asked).map(cart -> Goods.contain(cart.lines(), argument)));
            case "cart.hours" -> Value.number(hours(asked));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<Cart> cart(Asked asked) {
        return asked.customer().shopping().cart();
    }

    /** The lines that we do not keep have prices too, so the rest would not be the value. */
    private static Optional<Money> value(Asked asked) {
        return cart(asked).filter(cart -> cart.moreLines() == 0).flatMap(Cart::value);
    }

    private static Optional<Long> hours(Asked asked) {
        return cart(asked)
                .map(cart ->
                        Duration.between(cart.lastActivityAt(), asked.now()).toHours())
                .map(hours -> Math.max(0, hours));
    }
}
