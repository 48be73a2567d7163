package comeback.local.stories;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.TestWorld;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why did Ada get this, and why not that? Asked as a shop's staff asks, over HTTP. */
class WhyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private final Shopper ada = new Shopper(world, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    private HttpResponse<String> ask(String key, String path) {
        byte[] pair = (key + ":").getBytes(StandardCharsets.UTF_8);
        return world.send(world.request(path)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                .GET());
    }

    private Fields asked(String path) {
        var answer = ask("sk_demo", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fields.of(Json.parseOwn(answer.body()));
    }

    private Fields why(String flow, String step) {
        return asked("/v1/customers/user:ada/explain?flow=" + flow + "&step=" + step)
                .objectOrEmpty("explanation")
                .objectOrEmpty("answer");
    }

    private List<Fields> timeline() {
        return asked("/v1/customers/email:ada@example.com/timeline")
                .objects("lines")
                .orElseThrow();
    }

    @Test
    void why_did_ada_not_get_your_things_because_she_bought() {
        ada.signsUp().addsAMug().startsCheckout("c-1");
        world.advance(HOUR.multipliedBy(2));
        ada.pays("1001", "c-1");
        world.advance(DAY);

        Fields answer = why("cart", "your-things");

        assertThat(answer.text("text")).contains("your-things was not sent: the cart was bought (order 1001).");
        assertThat(answer.text("otherwise")).contains("It would have gone on, had the customer not bought the cart.");
        assertThat(answer.objectOrEmpty("because").text("event")).contains("Order Completed");
        assertThat(why("cart", "need-help").text("text").orElseThrow())
                .startsWith("need-help was sent at 2026-03-02T1");
    }

    @Test
    void why_did_ada_not_get_your_things_because_she_unsubscribed_by_the_link() {
        ada.signsUp().addsAMug();
        world.advance(HOUR);
        String header = requireNonNull(ada.lastMail().headers().get("List-Unsubscribe"));
        world.post(header.substring(header.indexOf("/u/"), header.indexOf('>')), "List-Unsubscribe=One-Click");
        world.advance(DAY);

        Fields answer = why("cart", "your-things");

        assertThat(answer.text("text").orElseThrow())
                .startsWith("your-things was not sent: the customer unsubscribed (");
        assertThat(answer.text("rule")).contains("consent");
        assertThat(answer.text("otherwise"))
                .contains("It would have gone, had the customer agreed to marketing mail again.");
        assertThat(answer.objectOrEmpty("because").text("event")).contains("Unsubscribed");
    }

    @Test
    void why_has_ada_not_got_your_things_yet_because_it_is_not_due() {
        ada.signsUp().addsAMug();
        world.advance(HOUR);

        assertThat(why("cart", "your-things").text("text"))
                .contains("your-things has not been sent yet: it is due at 2026-03-03T09:00:20Z.");
    }

    @Test
    void why_did_ada_get_no_confirmation_because_the_store_never_reported_an_order() {
        ada.signsUp();

        assertThat(why("order-confirmation", "thanks-for-your-order").text("text"))
                .contains("order-confirmation never started for this customer:"
                        + " the store reported none of Order Completed.");
    }

    @Test
    void the_timeline_tells_what_became_of_each_letter() {
        ada.signsUp();
        world.post("/local/ses/" + ada.lastMail().id() + "/bounce", "{}");

        List<Fields> lines = timeline();

        assertThat(lines)
                .extracting(line -> line.text("event").orElseThrow())
                .containsSubsequence("Email Bounced For Good", "Signed Up");
        Fields welcome = lines.getLast().objects("messages").orElseThrow().getFirst();
        assertThat(welcome.text("step")).contains("thanks-for-joining");
        assertThat(welcome.text("text").orElseThrow())
                .startsWith("was sent at 2026-03-02T09:00:20Z")
                .endsWith("came back for good: there is no such mailbox");
        Fields bounced = lines.stream()
                .filter(line -> line.text("event").orElseThrow().equals("Email Bounced For Good"))
                .findFirst()
                .orElseThrow();
        assertThat(bounced.objects("messages").orElseThrow().getFirst().text("id"))
                .isEqualTo(welcome.text("id"));
    }

    @Test
    void after_a_bounce_the_reminders_are_explained_by_it() {
        ada.signsUp();
        world.post("/local/ses/" + ada.lastMail().id() + "/bounce", "{}");
        world.advance(HOUR);
        ada.addsAMug();
        world.advance(HOUR);

        Fields answer = why("cart", "need-help");

        assertThat(answer.text("rule")).contains("suppression");
    }

    @Test
    void a_stranger_and_a_browser_and_another_store_are_told_nothing() {
        ada.signsUp();

        assertThat(ask("sk_forged", "/v1/customers/user:ada/timeline").statusCode())
                .isEqualTo(401);
        assertThat(ask("pk_demo", "/v1/customers/user:ada/timeline").statusCode())
                .isEqualTo(403);
        assertThat(ask("sk_demo", "/v1/customers/user:grace/timeline").statusCode())
                .isEqualTo(404);
    }
}
