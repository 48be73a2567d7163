package comeback.local.crash;

import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A storefront that keeps its word: what was not answered with 200 it sends again, under the same id, in order. */
final class Storefront {
    private static final int TRIES_MAX = 5;
    private static final Duration PAUSE = Duration.ofSeconds(20);

    static final String SHOPPER = "ada";
    static final String ADDRESS = "ada@example.com";

    private final TestWorld world;
    private final List<String> acknowledged = new ArrayList<>();

    Storefront(TestWorld world) {
        this.world = world;
    }

    void signUp() {
        report("Signed Up", Map.of("email", ADDRESS, "firstName", "Ada", "acceptsMarketing", true));
    }

    /** Somebody with an account that the shop has had for long: nobody welcomes her. */
    void logsIn() {
        deliver(
                "/v1/identify",
                message().with("traits", Map.of("email", ADDRESS, "firstName", "Ada", "acceptsMarketing", true)));
    }

    void addsAMug() {
        report("Product Added", mug());
    }

    /** When the purchase was acknowledged. */
    Instant pays(String order) {
        report(
                "Order Completed",
                Map.of("order_id", order, "total", 54, "currency", "USD", "products", List.of(mug())));
        return world.now();
    }

    /** The ids of the events that were answered with 200. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void report(String event, Map<String, Object> properties) {
        deliver("/v1/track", message().with("event", event).with("properties", properties));
    }

    private Tree message() {
        return new Tree()
                .with("messageId", "e-" + acknowledged.size())
                .with("userId", SHOPPER)
                .with("timestamp", world.now().toString());
    }

    private void deliver(String path, Tree message) {
        String answer = "";
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            HttpResponse<String> response = world.post(path, Json.print(message.toMap()));
            if (response.statusCode() == 200) {
                acknowledged.add("e-" + acknowledged.size());
                return;
            }
            answer = response.statusCode() + " " + response.body();
            world.inside().turn().turn(PAUSE);
        }
        throw new IllegalStateException(message.toMap() + " was never taken: " + answer);
    }

    private static Map<String, Object> mug() {
        return Map.of("product_id", "mug", "name", "Stoneware mug", "price", "18.00", "currency", "USD");
    }
}
