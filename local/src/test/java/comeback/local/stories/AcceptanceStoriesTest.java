package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories 2, 3, 4, 13 and 14 of the product's page. */
class AcceptanceStoriesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final Shopper ada = new Shopper(world, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void story_2_three_reports_of_one_slow_payment_are_one_confirmation() {
        ada.signsUp().pays("1001", "c-1");
        world.advance(Duration.ofSeconds(30));
        ada.pays("1001", "c-1");
        world.advance(Duration.ofHours(2));
        ada.pays("1001", "c-1");

        assertThat(ada.mails()).containsOnlyOnce("order-confirmation/thanks-for-your-order");
    }

    @Test
    void story_3_a_cart_that_was_filled_and_emptied_is_never_mentioned() {
        ada.signsUp().addsAMug();
        world.advance(Duration.ofMinutes(10));
        ada.track("Product Removed", Shopper.mug());

        assertThat(flows(TWO_DAYS)).doesNotContain("cart");
    }

    /** Which flows write within so much time. */
    private List<String> flows(Duration time) {
        return world.advance(time).stream().map(mail -> mail.tag("flow")).toList();
    }

    @Test
    void story_4_a_guest_who_types_an_address_registers_during_checkout_and_pays_gets_no_reminder() {
        guest("Product Added", Shopper.mug());
        guest(
                "Checkout Started",
                Map.of("email", ada.email(), "checkout_id", "c-1", "products", List.of(Shopper.mug())));
        ada.signsUp().pays("1001", "c-1");

        assertThat(ada.mails())
                .containsExactly("welcome/thanks-for-joining", "order-confirmation/thanks-for-your-order");
        assertThat(flows(Duration.ofDays(3))).doesNotContain("cart");
    }

    private void guest(String event, Map<String, Object> properties) {
        var answer = world.post(
                "/v1/track",
                comeback.json.Json.print(Map.of(
                        "messageId",
                        "guest-" + event,
                        "anonymousId",
                        "browser-1",
                        "event",
                        event,
                        "timestamp",
                        world.now().toString(),
                        "properties",
                        properties)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void story_13_an_order_that_arrives_before_its_checkout_leaves_no_reminder() {
        ada.signsUp();
        String checkoutAt = world.now().toString();
        world.advance(Duration.ofMinutes(2));

        ada.pays("1001", "c-1");
        ada.trackAt(checkoutAt, "Checkout Started", Map.of("checkout_id", "c-1", "products", List.of(Shopper.mug())));

        assertThat(flows(TWO_DAYS)).doesNotContain("cart");
    }

    @Test
    void story_14_who_unsubscribes_between_the_timer_and_the_send_gets_no_mail() {
        ada.signsUp().addsAMug();
        String link = unsubscribeLink(ada.lastMail());
        // The timer fires while SES takes nothing: the reminder is decided and waits.
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"for\":\"PT2H\"}");
        assertThat(world.advance(HOUR)).isEmpty();

        assertThat(oneClick(link).statusCode()).isEqualTo(200);

        assertThat(world.advance(TWO_DAYS)).isEmpty();
        assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining");
    }

    @Test
    void looking_at_the_unsubscribe_link_unsubscribes_nobody() {
        ada.signsUp().addsAMug();
        String link = unsubscribeLink(ada.lastMail());

        for (int i = 0; i < 5; i++) {
            assertThat(world.get(link).statusCode()).isEqualTo(200);
        }

        assertThat(world.advance(HOUR)).extracting(mail -> mail.tag("message")).containsExactly("need-help");
    }

    private HttpResponse<String> oneClick(String link) {
        return world.send(world.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private static String unsubscribeLink(Mail mail) {
        String header = Objects.requireNonNull(mail.headers().get("List-Unsubscribe"));
        return header.substring(1, header.length() - 1);
    }
}
