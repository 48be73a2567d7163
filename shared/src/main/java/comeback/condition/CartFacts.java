package comeback.condition;

import comeback.catalogue.Money;
import comeback.customer.Cart;
import comeback.flow.Condition.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What lies in the customer's open cart, and nothing when there is none. */
final class CartFacts {
    static final List<Fact> ALL = List.of(
            Fact.truth("cart.known", "whether something lies in the cart", CartFacts::isThere),
            Fact.money("cart.value", "the price of all of it; not known when one price is not", CartFacts::value),
            Fact.number("cart.items", "how many pieces lie in it", CartFacts::items),
            Fact.call("cart.contains", "whether a product or variant with this id lies in it", CartFacts::contains),
            Fact.number("cart.hours", "whole hours since it was touched last", CartFacts::hours));

    private CartFacts() {}

    private static Optional<Cart> cart(Asked asked) {
        return asked.customer().shopping().cart();
    }

    private static Optional<Boolean> isThere(Asked asked) {
        return Optional.of(cart(asked).filter(cart -> !cart.isEmpty()).isPresent());
    }

    /** The lines that we do not keep have prices too, so the rest would not be the value. */
    private static Optional<Money> value(Asked asked) {
        return cart(asked).filter(cart -> cart.moreLines() == 0).flatMap(Cart::value);
    }

    private static Optional<Integer> items(Asked asked) {
        return cart(asked).map(Cart::pieces);
    }

    private static Optional<Value> contains(Asked asked, String id) {
        return cart(asked).map(cart -> new Value.Truth(Goods.contain(cart.lines(), id)));
    }

    private static Optional<Long> hours(Asked asked) {
        return cart(asked)
                .map(cart ->
                        Duration.between(cart.lastActivityAt(), asked.now()).toHours())
                .map(hours -> Math.max(0, hours));
    }
}
