package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shopper as their storefront reports them: each call is one Segment message with the secret key. */
final class Shopper {
    private final TestWorld world;
    private final String userId;
    private final String email;
    private int messages;

    Shopper(TestWorld world, String userId) {
        this.world = world;
        this.userId = userId;
        this.email = userId + "@example.com";
    }

    /** Signs up and agrees to marketing. */
    Shopper signsUp() {
        return track("Signed Up", Map.of("email", email, "firstName", "Ada", "acceptsMarketing", true));
    }

    /** Tells who they are, and that they agree to marketing, without signing up for anything: so no welcome comes. */
    Shopper identifies() {
        return identifies(Map.of());
    }

    /** With more that they tell of themselves. */
    Shopper identifies(Map<String, Object> more) {
        Map<String, Object> traits =
                new HashMap<>(Map.of("email", email, "firstName", "Ada", "acceptsMarketing", true));
        traits.putAll(more);
        var answer = world.post(
                "/v1/identify",
                Json.print(Map.of(
                        "messageId",
                        userId + "-" + ++messages,
                        "userId",
                        userId,
                        "timestamp",
                        world.now().toString(),
                        "traits",
                        traits)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    Shopper addsAMug() {
        return track("Product Added", mug());
    }

    Shopper startsCheckout(String checkout) {
        return track(
                "Checkout Started", Map.of("checkout_id", checkout, "currency", "USD", "products", List.of(mug())));
    }

    Shopper pays(String order, String checkout) {
        return track("Order Completed", order(order, checkout));
    }

    Shopper track(String event, Map<String, Object> properties) {
        return send(message(event, properties));
    }

    /** As a storefront reports something that happened at another time than now. */
    Shopper trackAt(String timestamp, String event, Map<String, Object> properties) {
        Map<String, Object> message = message(event, properties);
        message.put("timestamp", timestamp);
        return send(message);
    }

    private Shopper send(Map<String, Object> message) {
        var answer = world.post("/v1/track", Json.print(message));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    private Map<String, Object> message(String event, Map<String, Object> properties) {
        return new LinkedHashMap<>(new Tree()
                .with("messageId", userId + "-" + ++messages)
                .with("userId", userId)
                .with("event", event)
                .with("timestamp", world.now().toString())
                .with("properties", properties)
                .toMap());
    }

    static Map<String, Object> mug() {
        return Map.of(
                "product_id", "mug",
                "name", "Stoneware mug",
                "price", "18.00",
                "currency", "USD",
                "quantity", 1,
                "image_url", "https://alderandpine.example/mug.png");
    }

    static Map<String, Object> order(String order, String checkout) {
        return Map.of(
                "order_id", order, "checkout_id", checkout, "total", 18, "currency", "USD", "products", List.of(mug()));
    }

    String email() {
        return email;
    }

    /** The letters this shopper got, as "flow/message", oldest first. */
    List<String> mails() {
        return world.mailbox().stream()
                .filter(mail -> mail.to().equals(email))
                .map(mail -> mail.tag("flow") + "/" + mail.tag("message"))
                .toList();
    }

    Mail lastMail() {
        return world.mailbox().stream()
                .filter(mail -> mail.to().equals(email))
                .toList()
                .getLast();
    }
}
