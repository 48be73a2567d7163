package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import comeback.json.Tree;
import comeback.simulation.shop.Act.What;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a storefront posts about an act: Segment's words, as real clients write them. */
final class Reports {
    private static final String PRICE = "18.00";

    private Reports() {}

    static APIGatewayV2HTTPEvent request(Shopper shopper, Act act, boolean tellsWhen) {
        Tree body = new Tree()
                .with("messageId", act.id())
                .with("event", name(act.what()))
                .with("timestamp", tellsWhen ? Optional.of(act.at().toString()) : Optional.empty())
                .with("anonymousId", "browser-" + shopper.name())
                .with("context", Map.of("timezone", shopper.zone().getId(), "locale", shopper.language()))
                .with("properties", properties(shopper, act.what()));
        if (shopper.hasAccount() && !isBeforeLogin(shopper, act)) {
            body.with("userId", shopper.userId());
        }
        return Requests.secret(shopper.store(), "POST", "/v1/track", body.toMap());
    }

    /** Who puts something into a cart and signs up later is known by their browser until then. */
    private static boolean isBeforeLogin(Shopper shopper, Act act) {
        return act.what().touchesCart()
                && shopper.acts().stream()
                        .filter(other -> other.what() instanceof What.SignsUp)
                        .anyMatch(signUp -> act.at().isBefore(signUp.at()));
    }

    private static String name(What what) {
        return switch (what) {
            case What.SignsUp s -> "Signed Up";
            case What.Adds a -> "Product Added";
            case What.Removes r -> "Product Removed";
            case What.ChecksOut c -> "Checkout Started";
            case What.Buys b -> "Order Completed";
            case What.Ships s -> "Order Shipped";
            case What.Cancels c -> "Order Cancelled";
            case What.Unsubscribes u -> "Unsubscribed";
            case What.AsksFor a -> "Back In Stock Subscribed";
            case What.ForgetsAbout f -> "Back In Stock Unsubscribed";
            case What.PressesTheLink p -> throw new IllegalArgumentException("no storefront reports that");
            case What.WantsToBeForgotten w -> throw new IllegalArgumentException("the shop's server asks for that");
        };
    }

    private static Map<String, Object> properties(Shopper shopper, What what) {
        return switch (what) {
            case What.SignsUp(var word) -> {
                Tree tree = new Tree().with("email", shopper.email()).with("firstName", shopper.firstName());
                if (!word.isEmpty()) {
                    tree.with("acceptsMarketing", word.equals("yes"));
                }
                yield tree.toMap();
            }
            case What.Adds(var product, var cart) -> inCart(product(product), cart);
            case What.Removes(var product, var cart) -> inCart(product(product), cart);
            case What.ChecksOut(var products, var cart) -> {
                Tree tree = inCart(new Tree().with("products", products(products)), cart);
                yield guest(shopper, tree).toMap();
            }
            case What.Buys(var order, var products, var cart) -> {
                Tree tree = inCart(new Tree().with("products", products(products)), cart)
                        .with("order_id", order)
                        .with("total", "54.00")
                        .with("currency", "USD")
                        .with("email", shopper.email());
                yield tree.toMap();
            }
            case What.Ships(var order, var parcel) -> Map.of("order_id", order, "shipment_id", parcel);
            case What.Cancels(var order) -> Map.of("order_id", order);
            case What.Unsubscribes u -> Map.of();
            case What.AsksFor(var product) -> wanted(shopper, product);
            case What.ForgetsAbout(var product) -> wanted(shopper, product);
            case What.PressesTheLink p -> Map.of();
            case What.WantsToBeForgotten w -> Map.of();
        };
    }

    private static Map<String, Object> wanted(Shopper shopper, String product) {
        return Map.of(
                "product_id", product, "variant_id", product, "name", Shelf.title(product), "email", shopper.email());
    }

    private static Tree guest(Shopper shopper, Tree tree) {
        return shopper.hasAccount() ? tree : tree.with("email", shopper.email());
    }

    private static Map<String, Object> inCart(Map<String, Object> product, String cart) {
        Tree tree = new Tree();
        product.forEach(tree::with);
        return inCart(tree, cart).toMap();
    }

    private static Tree inCart(Tree tree, String cart) {
        return cart.isEmpty() ? tree : tree.with("cart_id", cart);
    }

    private static List<Map<String, Object>> products(List<String> ids) {
        return ids.stream().distinct().map(Reports::product).toList();
    }

    private static Map<String, Object> product(String id) {
        return Map.of("product_id", id, "name", "Mug " + id, "price", PRICE, "currency", "USD");
    }
}
