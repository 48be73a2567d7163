package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.simulation.shop.Act.What;
import comeback.store.Platform;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Shopify posts about orders, where the shop runs on it: whole documents, signed. Browsers tell the rest. */
final class Documents {
    private Documents() {}

    /** Whether the shop system tells this by itself. */
    static boolean tell(Shopper shopper, Act act) {
        boolean isTold = act.what().ofOrder().isPresent() || act.what() instanceof What.WantsToBeForgotten;
        return isTold && shopper.isOnShopify();
    }

    /** What the timeline calls it: the thing, and what became of it. */
    static String line(Act act) {
        if (act.what() instanceof What.Buys(var order, var products, var cart)) {
            return "shopify-order-" + order + "-placed";
        }
        if (act.what() instanceof What.Cancels(var order)) {
            return "shopify-order-" + order + "-cancelled";
        }
        return act.what() instanceof What.Ships(var order, var parcel)
                ? "shopify-parcel-" + parcel + "-shipped"
                : act.id();
    }

    static APIGatewayV2HTTPEvent request(Shopper shopper, Act act) {
        String body = Json.print(document(shopper, act).toMap());
        return Requests.post(
                "/webhooks/shopify",
                Map.of(
                        "content-type", "application/json",
                        "x-shopify-topic", topic(act),
                        "x-shopify-shop-domain",
                                shopper.store().webhooks().domains().getFirst(),
                        "x-shopify-event-id", act.id(),
                        "x-shopify-hmac-sha256", signed(shopper, body)),
                body);
    }

    private static String topic(Act act) {
        if (act.what() instanceof What.Cancels) {
            return "orders/cancelled";
        }
        if (act.what() instanceof What.WantsToBeForgotten) {
            return "customers/redact";
        }
        // A shop may have subscribed to either, and the number of the event says which this time.
        boolean isPaid = act.id().hashCode() % 2 == 0;
        return act.what() instanceof What.Ships ? "fulfillments/create" : isPaid ? "orders/paid" : "orders/create";
    }

    private static Tree document(Shopper shopper, Act act) {
        if (act.what() instanceof What.Cancels(var order)) {
            return order(shopper, act, order, List.of("p0"))
                    .with("cancelled_at", act.at().toString());
        }
        if (act.what() instanceof What.Buys(var order, var products, var cart)) {
            return order(shopper, act, order, products);
        }
        if (act.what() instanceof What.Ships(var order, var parcel)) {
            return new Tree()
                    .with("id", parcel)
                    .with("order_id", order)
                    .with("status", "success")
                    .with("created_at", act.at().toString())
                    .with("line_items", List.of());
        }
        if (act.what() instanceof What.WantsToBeForgotten) {
            return new Tree().with("customer", customer(shopper).toMap()).with("orders_to_redact", List.of());
        }
        throw new IllegalArgumentException("Shopify tells nothing of " + act.what());
    }

    private static Tree order(Shopper shopper, Act act, String order, List<String> products) {
        return new Tree()
                .with("id", order)
                .with("name", "#" + order)
                .with("processed_at", act.at().toString())
                .with("updated_at", act.at().toString())
                .with("currency", "USD")
                .with("total_price", "54.00")
                .with("financial_status", "paid")
                .with("email", shopper.email())
                .with(
                        "customer",
                        customer(shopper)
                                .with("first_name", shopper.firstName())
                                .toMap())
                .with(
                        "line_items",
                        products.stream().distinct().map(Documents::line).toList());
    }

    private static Tree customer(Shopper shopper) {
        Tree customer = new Tree().with("email", shopper.email());
        return shopper.hasAccount() ? customer.with("id", shopper.userId()) : customer;
    }

    private static Map<String, Object> line(String product) {
        return Map.of(
                "id", "l" + product, "product_id", product, "title", "Mug " + product, "price", "18.00", "quantity", 1);
    }

    private static String signed(Shopper shopper, String body) {
        String secret = shopper.store().webhooks().secretsOf(Platform.SHOPIFY).getFirst();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
