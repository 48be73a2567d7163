package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The real functions in the local world: that the wiring is right, from the event to the unsubscribe link. */
final class FunctionsWiringTest {
    @Test
    void a_shopper_who_leaves_a_cart_is_reminded_until_they_say_no_over_the_link_in_the_mail() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var answer = world.post("/v1/track", """
                    {"event": "Product Added", "userId": "u-1", "messageId": "m-1",
                     "context": {"traits": {"email": "ada@shop.example", "acceptsMarketing": true},
                                 "consent": {"categoryPreferences": {"Advertising": true}}},
                     "properties": {"cart_id": "c-1", "product_id": "p-1", "name": "Oak bowl", "price": 25,
                                    "currency": "USD", "quantity": 1}}
                    """);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(world.mailbox()).isEmpty();
            assertThat(world.inside().scheduler().created()).isEqualTo(1);

            Mail reminder = world.advance(Duration.ofHours(1)).getFirst();
            assertThat(reminder.tag("flow")).isEqualTo("cart");
            assertThat(reminder.to()).isEqualTo("ada@shop.example");

            String link =
                    reminder.headers().getOrDefault("List-Unsubscribe", "").replaceAll("^<(http[^>]+)>.*", "$1");
            assertThat(link).startsWith(world.uri() + "/u/");
            assertThat(world.get(link).statusCode()).isEqualTo(200);
            var unsubscribed = world.send(world.request(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
            assertThat(unsubscribed.statusCode()).isEqualTo(200);
            assertThat(world.advance(Duration.ofDays(3))).isEmpty();
            assertThat(world.get("/local/problems").body()).isEqualTo("[]");
        }
    }

    @Test
    void after_a_reset_the_stores_are_there_again() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            world.post("/local/reset", "");
            String signedUp = """
                    {"event": "Signed Up", "userId": "u-1", "messageId": "m-1",
                     "context": {"traits": {"email": "ada@shop.example", "acceptsMarketing": true}}}
                    """;
            assertThat(world.post("/v1/track", signedUp).statusCode()).isEqualTo(200);
            assertThat(world.mailbox()).extracting(mail -> mail.tag("flow")).containsExactly("welcome");
        }
    }
}
