package comeback.ingest.segment;

import comeback.event.CartRef;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a message names the cart, checkout or order that it belongs to. */
final class Carts {
    private static final int TOKEN_MAX = 100;

    /** The kind of a name, and the properties that have it. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "cart", List.of("cart_id", "cartId", "cart_token", "cartToken"),
            "checkout", List.of("checkout_id", "checkoutId", "checkout_token", "checkoutToken"),
            "order", List.of("order_id", "orderId"));

    private Carts() {}

    static CartRef named(Fields properties, Links links) {
        var url = links.page(properties, "checkout_url", "abandoned_checkout_url", "recovery_url", "cart_url");
        return new CartRef(tokens(properties), url);
    }

    /** Every name that is there: carts, checkouts and orders find each other by any one that they share. */
    static Set<String> tokens(Fields properties) {
        var tokens = new LinkedHashSet<String>();
        NAMES.forEach((kind, names) -> names.forEach(
                name -> Texts.token(properties, TOKEN_MAX, name).ifPresent(token -> tokens.add(kind + ":" + token))));
        return tokens;
    }
}
