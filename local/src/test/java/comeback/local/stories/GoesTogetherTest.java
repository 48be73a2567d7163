package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop's own orders say of what goes together, from the order to the letter. */
class GoesTogetherTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private final Shopper ada = new Shopper(world, "ada");

    @AfterEach
    void close() {
        world.close();
    }

    /** Six people bought a mug with a saucer, two a mug with a spoon, and a dozen a lamp. */
    @BeforeEach
    void othersBought() {
        for (String product : List.of("mug", "saucer", "spoon", "lamp")) {
            stocks(product, 9);
        }
        for (int i = 0; i < 20; i++) {
            List<String> products =
                    i < 6 ? List.of("mug", "saucer") : i < 8 ? List.of("mug", "spoon") : List.of("lamp");
            Shopper other = new Shopper(world, "other-" + i);
            other.track(
                    "Order Completed",
                    Map.of(
                            "order_id",
                            "o-" + i,
                            "products",
                            products.stream().map(GoesTogetherTest::line).toList()));
        }
    }

    private static Map<String, Object> line(String product) {
        return Map.of("product_id", product, "name", "A " + product, "quantity", 1);
    }

    private void stocks(String product, int count) {
        var answer = world.send(world.request("/v1/products/" + product)
                .header("Authorization", "Basic c2tfZGVtbzo=")
                .PUT(BodyPublishers.ofString(Json.print(Map.of(
                        "title",
                        "The " + product,
                        "url",
                        "/" + product,
                        "currency",
                        "USD",
                        "price",
                        "9.00",
                        "stock",
                        count)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<Mail> lettersAfterAdasMug(String flow) {
        ada.identifies().track("Order Completed", Map.of("order_id", "a-1", "products", List.of(line("mug"))));
        ada.track("Order Delivered", Map.of("order_id", "a-1"));
        return world.advance(DAY.multipliedBy(23)).stream()
                .filter(mail -> mail.tag("flow").equals(flow) && mail.to().equals(ada.email()))
                .toList();
    }

    @Test
    void two_weeks_after_the_delivery_they_hear_what_goes_with_it() {
        assertThat(lettersAfterAdasMug("cross-sell"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("The saucer")
                        .contains("https://alderandpine.example/saucer")
                        .doesNotContain("The spoon", "The lamp", "The mug"));
    }

    @Test
    void what_is_sold_out_goes_with_nothing_and_then_there_is_no_letter() {
        stocks("saucer", 0);

        assertThat(lettersAfterAdasMug("cross-sell")).isEmpty();
    }

    @Test
    void what_they_have_already_is_not_offered_again() {
        ada.identifies().track("Order Completed", Map.of("order_id", "a-0", "products", List.of(line("saucer"))));
        world.advance(DAY);

        assertThat(lettersAfterAdasMug("cross-sell")).isEmpty();
    }

    @Test
    void what_lies_in_the_very_order_that_the_letter_is_about_is_not_offered() {
        ada.identifies()
                .track("Order Completed", Map.of("order_id", "a-1", "products", List.of(line("mug"), line("saucer"))));
        ada.track("Order Delivered", Map.of("order_id", "a-1"));

        assertThat(world.advance(DAY.multipliedBy(15)))
                .filteredOn(mail -> mail.to().equals(ada.email()))
                .noneMatch(mail -> mail.tag("flow").equals("cross-sell"));
    }

    @Test
    void three_weeks_after_a_first_delivery_they_see_what_others_like() {
        assertThat(lettersAfterAdasMug("second-purchase").getLast())
                .satisfies(mail -> assertThat(mail.tag("message")).isEqualTo("worth-a-look"))
                .satisfies(mail -> assertThat(mail.text())
                        .contains("The lamp", "The saucer")
                        .doesNotContain("The mug"));
    }

    @Test
    void who_signs_up_and_buys_hears_a_day_later_what_goes_with_it() {
        ada.signsUp().track("Order Completed", Map.of("order_id", "a-1", "products", List.of(line("mug"))));
        world.advance(DAY);

        assertThat(ada.lastMail().tag("message")).isEqualTo("goes-well-with-it");
        assertThat(ada.lastMail().text()).contains("Often bought together", "The saucer");
    }
}
