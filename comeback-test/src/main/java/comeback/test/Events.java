package comeback.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What shoppers do, to be told to a {@link Shop}. {@link #event} says whatever has no word of its own here. */
public final class Events {
    private Events() {}

    /** Signs up with the address user@example.com, and agrees to marketing. */
    public static Happened signedUp(String user) {
        return event(user, "Signed Up", Map.of("email", user + "@example.com", "acceptsMarketing", true));
    }

    /** Is known by the address user@example.com and agreed to marketing once; nothing starts by it. */
    public static Happened known(String user) {
        return new Happened(
                user, "identify", Map.of("traits", Map.of("email", user + "@example.com", "acceptsMarketing", true)));
    }

    /** Looks at a product. */
    public static Happened viewed(String user, Map<String, Object> product) {
        return event(user, "Product Viewed", product);
    }

    /** Puts a product into the cart. */
    public static Happened addedToCart(String user, Map<String, Object> product) {
        return event(user, "Product Added", product);
    }

    /** Begins to check out. */
    @SafeVarargs
    public static Happened startedCheckout(String user, String checkout, Map<String, Object>... products) {
        return event(user, "Checkout Started", Map.of("checkout_id", checkout, "products", List.of(products)));
    }

    /** Buys: the total is the sum of the products' prices. */
    @SafeVarargs
    public static Happened ordered(String user, String order, Map<String, Object>... products) {
        double total = List.of(products).stream()
                .mapToDouble(product -> Double.parseDouble(String.valueOf(product.get("price"))))
                .sum();
        return event(
                user,
                "Order Completed",
                Map.of("order_id", order, "total", total, "currency", "USD", "products", List.of(products)));
    }

    /** Has the parcel of an order in hand. */
    public static Happened delivered(String user, String order) {
        return event(user, "Order Delivered", Map.of("order_id", order));
    }

    /**
     * Any event.
     *
     * @param name as storefronts say it: "Order Refunded"
     * @param properties of the event, named as in Segment's e-commerce vocabulary
     */
    public static Happened event(String user, String name, Map<String, Object> properties) {
        return new Happened(user, "track", Map.of("event", name, "properties", properties));
    }

    /** A product of the shop, one piece of it, in dollars; {@link #with} adds to it. */
    public static Map<String, Object> product(String id, String price) {
        return Map.of(
                "product_id",
                id,
                "name",
                id,
                "price",
                price,
                "currency",
                "USD",
                "quantity",
                1,
                "url",
                "https://alderandpine.example/products/" + id);
    }

    /** The product with something more, or something else. */
    public static Map<String, Object> with(Map<String, Object> product, String name, Object value) {
        Map<String, Object> more = new HashMap<>(product);
        more.put(name, value);
        return more;
    }
}
