package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is told or pressed twice, perhaps because whoever took it first fell between keeping it and setting the alarm: it is
 * done once, and the alarm stands.
 */
class TwiceTest {
    private static final Pattern CONFIRMATION = Pattern.compile("/u/b\\.[A-Za-z0-9._-]+");

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final Shopper eve = new Shopper(world, "eve").signsUp().addsAMug();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_bounce_that_ses_reports_twice_is_one_and_nobody_is_written_to_after_it() {
        String welcome = eve.lastMail().id();

        bounces(welcome);
        bounces(welcome);

        assertThat(world.advance(Duration.ofDays(3))).isEmpty();
    }

    private void bounces(String mail) {
        assertThat(world.post("/local/ses/" + mail + "/bounce", "{}").statusCode())
                .isEqualTo(202);
    }

    @Test
    void who_presses_twice_that_it_was_them_is_told_once_and_their_cart_is_not_forgotten() {
        sells(0);
        asksInABrowser();
        String link = confirmation(eve.lastMail());

        assertThat(press(link).statusCode()).isEqualTo(200);
        assertThat(press(link).statusCode()).isEqualTo(200);
        sells(5);
        world.advance(Duration.ofHours(2));

        assertThat(world.mailbox())
                .extracting(mail -> mail.tag("flow"))
                .containsOnlyOnce("back-in-stock")
                .contains("cart");
    }

    private static String confirmation(Mail mail) {
        Matcher link = CONFIRMATION.matcher(mail.text());
        assertThat(link.find()).as(mail.text()).isTrue();
        return link.group();
    }

    private HttpResponse<String> press(String link) {
        return world.send(world.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=confirm")));
    }

    private void asksInABrowser() {
        var asked = Map.of(
                "anonymousId",
                "browser",
                "event",
                "Back In Stock Subscribed",
                "properties",
                Map.of("product_id", "jug", "variant_id", "jug-s", "name", "Jug", "email", "eve@example.com"));
        var answer = world.send(world.request("/v1/track")
                .header("Authorization", "Bearer pk_demo")
                .POST(BodyPublishers.ofString(Json.print(asked))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void sells(int units) {
        var jug = Map.of(
                "title",
                "Stoneware jug",
                "url",
                "https://alderandpine.example/jug",
                "currency",
                "USD",
                "variants",
                List.of(Map.of("id", "jug-s", "title", "Small", "price", 18, "stock", units)));
        var answer = world.send(world.request("/v1/products/jug")
                .header("Authorization", "Bearer sk_demo")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.print(jug))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
