package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a look at a product's page. */
class LookedAtTest {
    private static final String LETTER = "browse/still-thinking-about-it";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:20Z");
    private final Shopper ada = new Shopper(world, "ada").identifies();

    @AfterEach
    void close() {
        world.close();
    }

    private void looksTwice() {
        ada.track("Product Viewed", Shopper.mug());
        world.advance(HOUR);
        ada.track("Product Viewed", Shopper.mug());
    }

    private void stocks(int count) {
        var answer = world.send(world.request("/v1/products/mug")
                .header("Authorization", "Basic c2tfZGVtbzo=")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(comeback.json.Json.print(Map.of(
                        "title",
                        "Stoneware mug",
                        "url",
                        "/mug",
                        "currency",
                        "USD",
                        "price",
                        "16.00",
                        "stock",
                        count)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void who_looks_twice_and_leaves_gets_one_word_four_hours_later_at_the_price_of_that_moment() {
        looksTwice();
        stocks(3);

        assertThat(world.advance(HOUR.multipliedBy(4)))
                .extracting(mail -> mail.tag("message"))
                .containsExactly("still-thinking-about-it");
        assertThat(ada.lastMail().text()).contains("Stoneware mug", "$16.00").doesNotContain("$18.00");
        assertThat(world.advance(DAY.multipliedBy(10))).isEmpty();
    }

    @Test
    void a_page_that_is_loaded_twice_was_looked_at_once() {
        ada.track("Product Viewed", Shopper.mug()).track("Product Viewed", Shopper.mug());

        assertThat(world.advance(DAY)).isEmpty();
    }

    @Test
    void who_puts_it_into_the_cart_is_reminded_of_that_instead() {
        looksTwice();
        ada.addsAMug();

        assertThat(world.advance(DAY)).extracting(mail -> mail.tag("flow")).containsOnly("cart");
    }

    @Test
    void who_has_something_in_the_cart_is_not_written_to_about_what_they_look_at() {
        ada.addsAMug();
        looksTwice();
        world.advance(DAY.multipliedBy(5));

        assertThat(ada.mails()).doesNotContain(LETTER);
    }

    @Test
    void who_buys_meanwhile_or_bought_within_ten_days_is_left_alone() {
        looksTwice();
        ada.pays("1001", "c-1");
        world.advance(DAY.multipliedBy(5));
        looksTwice();
        world.advance(DAY);
        assertThat(ada.mails()).doesNotContain(LETTER);

        world.advance(DAY.multipliedBy(10));
        ada.track("Product Viewed", Shopper.mug());
        world.advance(DAY);
        assertThat(ada.mails()).containsOnlyOnce(LETTER);
    }

    @Test
    void two_weeks_lie_between_two_such_letters() {
        looksTwice();
        world.advance(DAY);
        looksTwice();
        world.advance(DAY);
        assertThat(ada.mails()).containsOnlyOnce(LETTER);

        world.advance(DAY.multipliedBy(13));
        looksTwice();
        world.advance(DAY);
        assertThat(ada.mails()).filteredOn(LETTER::equals).hasSize(2);
    }

    @Test
    void what_is_sold_out_by_then_is_not_mentioned() {
        looksTwice();
        stocks(0);

        assertThat(world.advance(DAY)).isEmpty();
    }

    @Test
    void who_never_agreed_is_not_told_what_they_looked_at() {
        Shopper bob = new Shopper(world, "bob");
        bob.track("Customer Updated", Map.of("email", bob.email()));
        for (int i = 0; i < 3; i++) {
            bob.track("Product Viewed", Shopper.mug());
            world.advance(HOUR);
        }
        world.advance(DAY);

        assertThat(bob.mails()).isEmpty();
    }

    @Test
    void who_waits_for_nothing_is_on_no_waiting_list_because_they_looked() {
        looksTwice();
        stocks(0);
        world.advance(DAY);
        stocks(9);

        assertThat(world.advance(DAY)).isEmpty();
    }
}
