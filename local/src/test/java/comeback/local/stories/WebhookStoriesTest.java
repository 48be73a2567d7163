package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What shop systems tell by themselves, and the letters that follow. */
class WebhookStoriesTest {
    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private int deliveries;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void three_webhooks_for_one_slow_payment_make_one_confirmation_and_the_parcel_one_more() {
        shopify("orders/create", order(Map.of("financial_status", "pending")));
        world.advance(Duration.ofMinutes(3));
        shopify("orders/paid", order(Map.of("financial_status", "paid")));
        shopify("orders/updated", order(Map.of("financial_status", "paid")));
        shopify("orders/create", order(Map.of("financial_status", "pending")));
        assertThat(letters()).containsExactly("thanks-for-your-order");

        Map<String, Object> parcel = Map.of(
                "id", 7, "order_id", 5005, "status", "success", "tracking_number", "1Z99", "tracking_company", "UPS");
        shopify("fulfillments/create", parcel);
        shopify("fulfillments/update", parcel);

        assertThat(letters()).containsExactly("thanks-for-your-order", "on-its-way");
        assertThat(world.mailbox()).allMatch(mail -> mail.to().equals("ada@example.com"));
    }

    @Test
    void a_checkout_that_another_account_pays_is_not_spoken_of_again() {
        Map<String, Object> checkout = new LinkedHashMap<>(order(Map.of()));
        checkout.remove("order_number");
        checkout.put("token", "tok");
        checkout.put("buyer_accepts_marketing", true);
        checkout.put("customer", Map.of("id", 1, "email", "ada@example.com"));
        shopify("checkouts/create", checkout);
        world.advance(Duration.ofMinutes(10));

        shopify(
                "orders/create",
                order(Map.of("checkout_token", "tok", "customer", Map.of("id", 2, "email", "bob@example.com"))));
        world.advance(Duration.ofDays(3));

        assertThat(flows()).containsOnlyOnce("order-confirmation").doesNotContain("cart");
    }

    @Test
    void an_order_that_overtakes_its_checkout_leaves_no_reminder() {
        shopify("orders/create", order(Map.of("checkout_token", "tok", "email", "bob@example.com")));
        Map<String, Object> checkout = new LinkedHashMap<>(order(Map.of("token", "tok")));
        checkout.remove("order_number");
        shopify("checkouts/create", checkout);
        world.advance(Duration.ofDays(3));

        assertThat(flows()).containsOnlyOnce("order-confirmation").doesNotContain("cart");
    }

    @Test
    void who_asks_to_be_forgotten_gets_no_reminder_that_was_waiting() {
        Map<String, Object> checkout =
                new LinkedHashMap<>(order(Map.of("token", "tok", "buyer_accepts_marketing", true)));
        checkout.remove("order_number");
        shopify("checkouts/create", checkout);
        shopify("customers/redact", Map.of("customer", Map.of("email", "ada@example.com")));
        List<String> before = letters();
        world.advance(Duration.ofDays(3));

        assertThat(letters()).isEqualTo(before).containsExactly("thanks-for-joining");
    }

    @Test
    void who_asks_to_be_forgotten_by_the_partner_bus_is_forgotten_too() {
        Map<String, Object> checkout =
                new LinkedHashMap<>(order(Map.of("token", "tok", "buyer_accepts_marketing", true)));
        checkout.remove("order_number");
        bus("checkouts/create", checkout);
        bus("customers/redact", Map.of("customer", Map.of("email", "ada@example.com")));
        List<String> before = letters();
        world.advance(Duration.ofDays(3));

        assertThat(letters()).isEqualTo(before).containsExactly("thanks-for-joining");
    }

    @Test
    void the_partner_bus_and_the_webhook_tell_one_purchase() {
        bus("orders/create", order(Map.of()));
        shopify("orders/create", order(Map.of()));
        world.advance(Duration.ofMinutes(1));

        assertThat(letters()).containsExactly("thanks-for-your-order");
    }

    @Test
    void what_the_partner_bus_counts_in_again_is_told_to_those_who_wait_for_it() {
        bus("products/create", product(0));
        Shopper ben = new Shopper(world, "ben")
                .signsUp()
                .track("Back In Stock Subscribed", Map.of("product_id", "77", "variant_id", "771", "name", "Mug"));

        bus("products/update", product(3));
        world.advance(Duration.ofMinutes(10));

        assertThat(ben.mails()).endsWith("back-in-stock/it-is-back");
    }

    private Map<String, Object> product(int units) {
        return Map.of(
                "id",
                77,
                "title",
                "Mug",
                "handle",
                "mug",
                "updated_at",
                world.now().toString(),
                "variants",
                List.of(Map.of("id", 771, "sku", "MUG", "price", "18.00", "inventory_quantity", units)));
    }

    private void bus(String topic, Map<String, Object> document) {
        Map<String, Object> metadata =
                Map.of("X-Shopify-Topic", topic, "X-Shopify-Shop-Domain", "alder-and-pine.myshopify.com");
        String event = Json.print(Map.of(
                "source",
                "aws.partner/shopify.com/1/comeback",
                "detail-type",
                "shopifyWebhook",
                "detail",
                Map.of("payload", document, "metadata", metadata)));
        assertThat(world.post("/local/events", event).statusCode()).isEqualTo(202);
    }

    @Test
    void sums_that_disagree_are_left_out_of_the_letter_and_flagged() {
        shopify("orders/create", order(Map.of("total_price", "99.00")));

        Mail letter = world.mailbox().getFirst();
        assertThat(letter.text()).contains("Mug").doesNotContain("99.00").doesNotContain("18.00");
        var timeline = world.send(world.request("/v1/customers/email:ada@example.com/timeline")
                .header("Authorization", "Bearer sk_demo")
                .GET());
        assertThat(timeline.body()).contains("do not come to its total");
    }

    private List<String> flows() {
        return world.mailbox().stream().map(mail -> mail.tag("flow")).toList();
    }

    private List<String> letters() {
        return world.mailbox().stream().map(mail -> mail.tag("message")).toList();
    }

    private Map<String, Object> order(Map<String, Object> other) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", 5005);
        order.put("name", "#1001");
        order.put("order_number", 1001);
        order.put("email", "ada@example.com");
        order.put("currency", "USD");
        order.put("created_at", world.now().toString());
        order.put("updated_at", world.now().toString());
        order.put("total_price", "18.00");
        order.put("line_items", List.of(Map.of("product_id", 1, "title", "Mug", "price", "18.00", "quantity", 1)));
        order.putAll(other);
        return order;
    }

    private void shopify(String topic, Map<String, Object> document) {
        String body = Json.print(document);
        HttpRequest.Builder request = world.request("/webhooks/shopify")
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", "alder-and-pine.myshopify.com")
                .header("X-Shopify-Event-Id", "event-" + ++deliveries)
                .header("X-Shopify-Hmac-Sha256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = world.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("demo-shopify-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
