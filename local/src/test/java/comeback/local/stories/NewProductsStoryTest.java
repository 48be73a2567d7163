package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes into the shop, and who reads of it: over the real functions, for some weeks. */
class NewProductsStoryTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern CHOICES = Pattern.compile("/p/p\\.[A-Za-z0-9._-]+");

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:20Z");

    @AfterEach
    void close() {
        world.close();
    }

    private void sells(String product, String kind, int stock) {
        var answer = world.send(world.request("/v1/products/" + product)
                .header("Authorization", "Bearer sk_demo")
                .PUT(BodyPublishers.ofString(Json.print(Map.of(
                        "title",
                        "The " + product,
                        "url",
                        "/" + product,
                        "category",
                        kind,
                        "currency",
                        "USD",
                        "price",
                        "9.00",
                        "stock",
                        stock)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Shopper bought(String name) {
        return new Shopper(world, name).identifies().pays("order-of-" + name, "c-" + name);
    }

    private List<Mail> digests(Shopper shopper) {
        return world.mailbox().stream()
                .filter(mail ->
                        mail.to().equals(shopper.email()) && mail.tag("flow").equals("new-products"))
                .toList();
    }

    @Test
    void three_things_of_the_kind_that_they_buy_are_a_letter_two_are_none_and_none_is_shown_twice() {
        sells("mug", "Kitchen", 9);
        Shopper ada = bought("ada");
        Shopper bob = new Shopper(world, "bob").signsUp();
        world.advance(DAY.multipliedBy(8));
        sells("bowl", "Kitchen", 3);
        sells("plate", "Kitchen", 3);
        sells("lamp", "Light", 3);

        world.advance(DAY.multipliedBy(7));
        assertThat(digests(ada)).isEmpty();
        assertThat(explained("ada")).contains("too little to show (2 of at least 3)");

        sells("jug", "Kitchen", 3);
        sells("sold-out", "Kitchen", 0);
        world.advance(DAY.multipliedBy(7));
        assertThat(digests(ada))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("New at Alder & Pine"))
                .satisfies(mail -> assertThat(mail.text())
                        .containsSubsequence("The jug", "The lamp")
                        .contains("The bowl", "The plate")
                        .doesNotContain("The mug", "The sold-out"));

        world.advance(DAY.multipliedBy(7));
        assertThat(digests(ada)).as("nothing came since").hasSize(1);
        assertThat(digests(bob)).as("who never bought").isEmpty();
    }

    @Test
    void who_wants_no_news_gets_none_and_support_can_say_why() {
        sells("mug", "Kitchen", 9);
        Shopper ada = bought("ada").signsUp();
        world.advance(DAY.multipliedBy(8));
        press(ada.lastMail(), "do=save&frequency=as_it_comes&topic-reminders=yes&topic-offers=yes&topic-occasions=yes");
        List.of("bowl", "plate", "jug").forEach(product -> sells(product, "Kitchen", 3));

        world.advance(DAY.multipliedBy(7));
        assertThat(digests(ada)).isEmpty();
        assertThat(explained("ada")).contains("the customer wants no news");
    }

    private String explained(String name) {
        return world.send(world.request("/v1/customers/user:" + name + "/explain?flow=new-products&step=new-for-you")
                        .header("Authorization", "Bearer sk_demo")
                        .GET())
                .body();
    }

    private void press(Mail letter, String form) {
        Matcher link = CHOICES.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        assertThat(world.send(world.request(link.group())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                        .statusCode())
                .isEqualTo(200);
    }
}
