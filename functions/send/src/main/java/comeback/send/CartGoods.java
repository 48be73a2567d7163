package comeback.send;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.catalogue.Offer;
import comeback.commit.Catalogue;
import comeback.coupon.Basket;
import comeback.customer.Cart;
import comeback.message.Ruling;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a cart's goods as the shop sells them now: what is sold out is left out, and prices are today's. A product that the
 * shop never told us of is taken as the shopper's event had it.
 */
final class CartGoods {
    private final Catalogue catalogue;

    CartGoods(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Facts look(Facts facts, Store store) {
        Cart cart = facts.cart().orElseThrow();
        Map<Line, Offer> offers = catalogue.offers(store.id(), cart.lines());
        List<Line> there = new ArrayList<>();
        Map<Line, List<String>> categories = new HashMap<>();
        Facts looked = facts;
        for (Line line : cart.lines()) {
            Optional<Offer> offer = Optional.ofNullable(offers.get(line));
            if (offer.filter(Offer::isOut).isPresent()) {
                looked = looked.without(soldOut(line));
                continue;
            }
            Line now = offer.map(known -> asSold(line, known)).orElse(line);
            there.add(now);
            offer.ifPresent(known -> categories.put(now, known.product().categories()));
        }
        if (there.isEmpty()) {
            return looked.refuted(new Ruling(
                    "stock",
                    "sold out",
                    "everything that was left in the cart is sold out",
                    "It would have gone, had one of the things been in stock."));
        }
        Cart shown = cart.showing(there);
        return looked.with(shown, Basket.of(shown, categories));
    }

    private static Line asSold(Line line, Offer offer) {
        Line complete = offer.complete(line);
        // A shop may sell in several currencies and tell us one: then the price that the shopper saw stands.
        Optional<Money> price = offer.price()
                .filter(now -> line.price()
                        .map(Money::currency)
                        .filter(currency -> !currency.equals(now.currency()))
                        .isEmpty());
        return price.map(complete::withPrice).orElse(complete);
    }

    private static Ruling soldOut(Line line) {
        return new Ruling(
                "stock",
                line.variantId().orElse(line.productId()),
                line.title() + " is sold out",
                "It would have been shown, had it been in stock.");
    }
}
