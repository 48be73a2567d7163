package comeback.ingest.coupons;

import comeback.catalogue.Money;
import comeback.coupon.Basket;
import comeback.customer.OrderId;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shop's word that a coupon is used.
 *
 * @param order for which purchase
 * @param basket what is bought, when the shop says so
 * @param others further codes that the purchase uses
 * @param at when it was bought; a shop that reports late does not cost the shopper the coupon
 */
record UseRequest(OrderId order, Optional<Basket> basket, Set<String> others, Instant at) {
    private static final int ID_MAX = 200;

    /** Absent when something in it is wrong, which is noted. */
    static Optional<UseRequest> read(Fields body, Instant now) {
        Optional<String> order = Texts.requiredId(body, OrderId.MAX, "order_id", "orderId");
        Instant at = body.instant("ordered_at").orElse(now);
        if (at.isAfter(now)) {
            body.refuse("ordered_at", "lies in the future");
        }
        Optional<Basket> basket = basket(body);
        return order.isEmpty() || !body.problems().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UseRequest(new OrderId(order.get()), basket, Set.copyOf(body.texts("other_codes")), at));
    }

    private static Optional<Basket> basket(Fields body) {
        Optional<Currency> currency = Prices.currency(body, "currency");
        Optional<Money> total = Prices.amount(body, currency, Prices.TOTAL_MAX, "total");
        Optional<List<Fields>> products = body.objects("products");
        if (total.isEmpty() && products.isEmpty()) {
            return Optional.empty();
        }
        if (total.isEmpty() || products.isEmpty()) {
            body.refuse("products", "\"products\", \"total\" and \"currency\" come together, or not at all");
            return Optional.empty();
        }
        List<Basket.Piece> pieces = new ArrayList<>();
        for (Fields product : products.get()) {
            Set<String> ids = Stream.of("product_id", "variant_id", "sku")
                    .flatMap(name -> Texts.id(product, ID_MAX, name).stream())
                    .collect(Collectors.toSet());
            Set<String> categories = Stream.concat(
                            product.text("category").stream(), product.texts("categories").stream())
                    .collect(Collectors.toSet());
            pieces.add(new Basket.Piece(ids, categories));
        }
        return Optional.of(new Basket(pieces, total));
    }
}
