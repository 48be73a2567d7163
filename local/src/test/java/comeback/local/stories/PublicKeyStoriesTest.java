package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anyone can take the public key out of a shop's page. This is what they can do with it to somebody else's inbox. */
class PublicKeyStoriesTest {
    private static final int PEOPLE = 9;

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterEach
    void stop() {
        world.close();
    }

    private void post(String key, String path, Map<String, Object> message) {
        var request = world.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.print(message)));
        Signed.basic(key).forEach(request::header);
        assertThat(world.send(request).statusCode()).isEqualTo(200);
    }

    private void tracks(String key, String user, String event, Map<String, Object> properties) {
        post(key, "/v1/track", Map.of("userId", user, "event", event, "properties", properties));
    }

    /** Someone with an account and an address of their own types another address at the checkout. */
    private void checksOutAs(String key, String user, String address) {
        post(
                key,
                "/v1/identify",
                Map.of("userId", user, "traits", Map.of("email", user + "@evil.example", "acceptsMarketing", true)));
        Map<String, Object> properties = new HashMap<>(Map.of(
                "checkout_id",
                "checkout of " + user,
                "currency",
                "USD",
                "products",
                List.of(Map.of("product_id", "mug", "name", "Mug", "price", 18, "quantity", 1))));
        properties.put("email", address);
        tracks(key, user, "Checkout Started", properties);
    }

    private List<Mail> to(String domain) {
        return world.mailbox().stream()
                .filter(mail -> mail.to().endsWith(domain))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace@example.com", "Grace+%d@Example.com"})
    void many_customers_of_one_strangers_making_bring_an_inbox_few_mails_a_day(String address) {
        for (int i = 0; i < PEOPLE; i++) {
            checksOutAs("pk_demo", "mallory-" + i, address.formatted(i));
        }
        world.advance(Duration.ofHours(2));

        assertThat(to("xample.com")).hasSize(4);
        assertThat(reasons()).contains("this inbox has had 4 mails today that anybody with the public key may have");
    }

    @Test
    void dots_in_a_gmail_address_make_no_other_inbox() {
        List<String> spellings = new ArrayList<>(List.of(
                "grace.hopper@gmail.com",
                "gracehopper@gmail.com",
                "g.racehopper@googlemail.com",
                "gracehoppe.r@gmail.com",
                "grace.hopper+x@gmail.com",
                "G.R.A.C.Ehopper@gmail.com"));
        for (String spelling : spellings) {
            checksOutAs("pk_demo", "mallory-" + spellings.indexOf(spelling), spelling);
        }
        world.advance(Duration.ofHours(2));

        assertThat(to("mail.com")).hasSize(4);
    }

    @Test
    void the_next_day_there_is_room_again_and_another_inbox_has_its_own() {
        for (int i = 0; i < PEOPLE; i++) {
            checksOutAs("pk_demo", "mallory-" + i, "grace@example.com");
        }
        checksOutAs("pk_demo", "honest", "honest@shop.example");
        world.advance(Duration.ofHours(20));

        assertThat(to("@example.com")).hasSize(4);
        assertThat(to("honest@shop.example")).hasSize(1);
        for (int i = 0; i < PEOPLE; i++) {
            checksOutAs("pk_demo", "mallory-tomorrow-" + i, "grace@example.com");
        }
        world.advance(Duration.ofHours(2));
        assertThat(to("@example.com")).hasSize(8);
    }

    @Test
    void an_address_that_is_typed_in_a_browser_at_many_servers_checkouts_is_counted_too() {
        for (int i = 0; i < PEOPLE; i++) {
            checksOutAs("sk_demo", "mallory-" + i, "mallory-" + i + "@evil.example");
            checksOutAs("pk_demo", "mallory-" + i, "grace@example.com");
        }
        world.advance(Duration.ofHours(2));

        assertThat(to("@example.com")).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void sign_ups_in_one_name_and_requests_of_stock_are_few_as_well() {
        for (int i = 0; i < PEOPLE; i++) {
            String address = "grace+%d@example.com".formatted(i);
            Map<String, Object> properties = Map.of("email", address, "acceptsMarketing", true);
            tracks("pk_demo", "mallory-" + i, "Signed Up", properties);
            tracks("pk_demo", "mallory-" + i, "Back In Stock Subscribed", Map.of("product_id", "mug-" + i));
        }
        world.advance(Duration.ofHours(2));

        assertThat(to("@example.com")).hasSize(4);
    }

    @Test
    void what_an_order_needs_is_never_counted() {
        for (int i = 0; i < PEOPLE; i++) {
            checksOutAs("pk_demo", "mallory-" + i, "grace@example.com");
        }
        world.advance(Duration.ofHours(2));
        tracks("sk_demo", "grace", "Signed Up", Map.of("email", "grace@example.com"));
        tracks(
                "sk_demo",
                "grace",
                "Order Completed",
                Map.of(
                        "order_id",
                        "1001",
                        "currency",
                        "USD",
                        "total",
                        18,
                        "products",
                        List.of(Map.of("product_id", "mug", "name", "Mug", "price", 18, "quantity", 1))));
        world.advance(Duration.ofMinutes(5));

        assertThat(to("grace@example.com"))
                .extracting(mail -> mail.tag("flow"))
                .contains("order-confirmation", "welcome");
    }

    private String reasons() {
        var all = new StringBuilder();
        for (int i = 0; i < PEOPLE; i++) {
            var request = world.request("/v1/customers/user:mallory-" + i + "/timeline");
            Signed.basic("sk_demo").forEach(request::header);
            all.append(world.send(request.GET()).body());
        }
        return all.toString();
    }
}
