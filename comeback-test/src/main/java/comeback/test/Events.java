package comeback.test;

import java.util.Arrays;
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
    public static Happened viewed(String user, Product product) {
        return event(user, "Product Viewed", product.properties());
    }

    /** Puts a product into the cart. */
    public static Happened addedToCart(String user, Product product) {
        return event(user, "Product Added", product.properties());
    }

    /** Begins to check out. */
    public static Happened startedCheckout(String user, String checkout, Product... products) {
        return event(user, "Checkout Started", Map.of("checkout_id", checkout, "products", told(products)));
    }

    /** Buys: the total is the sum of the products' prices. */
    public static Happened ordered(String user, String order, Product... products) {
        double total = Arrays.stream(products).mapToDouble(Product::price).sum();
        return event(
                user,
                "Order Completed",
                Map.of("order_id", order, "total", total, "currency", "USD", "products", told(products)));
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

    /** A product of the shop, one piece of it, in dollars; {@link Product#with} adds to it. */
    public static Product product(String id, String price) {
        return new Product(Map.of(
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
                "https://alderandpine.example/products/" + id));
    }

    private static List<Map<String, Object>> told(Product... products) {
        return Arrays.stream(products).map(Product::properties).toList();
    }
}
