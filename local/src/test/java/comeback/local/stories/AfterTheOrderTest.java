package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes after a purchase: thanks, a question, the letters that take care of a first order. */
class AfterTheOrderTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final TestWorld world = TestWorld.at("2026-03-02T14:00:00Z");
    private final Instant start = world.now();
    private final Shopper ada = new Shopper(world, "ada").identifies();

    @AfterEach
    void close() {
        world.close();
    }

    /** A flow's letters and how many hours after the beginning they came. */
    private List<String> letters(String flow, Duration time) {
        List<Mail> mails = new ArrayList<>(world.mailbox());
        mails.addAll(world.advance(time));
        return mails.stream()
                .filter(mail -> mail.tag("flow").equals(flow))
                .map(mail -> mail.tag("message") + " "
                        + Duration.between(start, mail.sentAt()).toHours())
                .toList();
    }

    private void pays(String order, boolean isSent) {
        Map<String, Object> bought = new HashMap<>(Shopper.order(order, "c-" + order));
        if (isSent) {
            bought.put("shipping_address", Map.of("address1", "1 Long Lane", "city", "Portland", "country", "US"));
        }
        ada.track("Order Completed", bought);
    }

    private void delivered(String order) {
        ada.track("Order Delivered", Map.of("order_id", order));
    }

    @Test
    void who_buys_what_is_sent_nowhere_is_thanked_four_hours_later_and_given_something_the_day_after() {
        pays("1001", false);

        assertThat(letters("thank-you", DAY.multipliedBy(3))).containsExactly("thank-you 4", "for-your-next-order 28");
        assertThat(ada.lastMail().text()).contains("10% off");
    }

    @Test
    void who_waits_for_a_parcel_is_thanked_when_it_is_there_whoever_tells_of_it() {
        pays("1001", true);
        assertThat(letters("thank-you", DAY.multipliedBy(2))).isEmpty();
        ada.track("Shipment Updated", Map.of("order_id", "1001", "status", "delivered"));

        assertThat(letters("thank-you", HOUR)).containsExactly("thank-you 48");
    }

    @Test
    void who_waits_for_a_parcel_of_which_nobody_tells_is_thanked_after_ten_days() {
        pays("1001", true);

        assertThat(letters("thank-you", DAY.multipliedBy(10))).containsExactly("thank-you 240");
    }

    @Test
    void the_second_and_the_third_order_are_thanked_for_in_other_words() {
        pays("1001", false);
        world.advance(DAY);
        pays("1002", false);
        world.advance(DAY);
        pays("1003", false);
        world.advance(DAY);

        assertThat(ada.mails())
                .containsSubsequence("thank-you/thank-you", "thank-you/thank-you-again", "thank-you/thank-you-as-ever");
    }

    @Test
    void the_day_after_a_second_parcel_there_is_something_for_the_next_order() {
        pays("1001", true);
        delivered("1001");
        world.advance(DAY);
        pays("1002", true);
        world.advance(DAY);
        delivered("1002");

        assertThat(letters("thank-you", DAY.multipliedBy(3)))
                .containsExactly("thank-you 0", "thank-you-again 48", "for-your-next-order 72");
    }

    @Test
    void who_got_their_money_back_is_neither_thanked_nor_asked() {
        pays("1001", true);
        delivered("1001");
        ada.track("Order Refunded", Map.of("order_id", "1001"));

        assertThat(letters("thank-you", DAY.multipliedBy(40))).containsExactly("thank-you 0");
        assertThat(ada.mails()).noneMatch(mail -> mail.startsWith("review-request") || mail.startsWith("second"));
    }

    @Test
    void who_sends_something_back_is_not_asked_how_they_like_it() {
        pays("1001", true);
        delivered("1001");
        world.advance(DAY);
        ada.track("Return Requested", Map.of("order_id", "1001", "return_id", "r-1"));
        world.advance(DAY.multipliedBy(40));

        assertThat(ada.mails()).noneMatch(mail -> mail.startsWith("review-request") || mail.startsWith("second"));
    }

    @Test
    void a_week_after_the_delivery_they_are_asked_how_it_was_and_once_more_a_week_later() {
        pays("1001", true);
        world.advance(DAY.multipliedBy(2));
        delivered("1001");

        assertThat(letters("review-request", DAY.multipliedBy(40)))
                .containsExactly("how-was-it 216", "one-more-time 384");
        assertThat(world.mailbox().stream()
                        .filter(mail -> mail.tag("flow").equals("review-request"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .contains("Stoneware mug");
    }

    @Test
    void who_has_written_a_review_is_not_asked_again() {
        pays("1001", true);
        delivered("1001");
        world.advance(DAY.multipliedBy(8));
        ada.track("Product Reviewed", Map.of("product_id", "mug", "rating", 5));

        assertThat(letters("review-request", DAY.multipliedBy(40))).containsExactly("how-was-it 168");
    }

    @Test
    void whoever_gives_stars_by_the_letters_link_is_not_asked_again_and_looking_at_it_gives_none() {
        pays("1001", true);
        delivered("1001");
        world.advance(DAY.multipliedBy(8));
        String link = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/u/r\\.[A-Za-z0-9._-]+")
                .matcher(ada.lastMail().html())
                .results()
                .map(match -> match.group())
                .findFirst()
                .orElseThrow();

        assertThat(world.get(link).body()).contains("Stoneware mug", "stars-0");
        assertThat(timeline()).doesNotContain("Product Reviewed");
        var answer = world.send(world.request(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=rate&stars-0=5")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(timeline()).contains("Product Reviewed", "\"rating\":5");
        assertThat(letters("review-request", DAY.multipliedBy(10))).containsExactly("how-was-it 168");
    }

    private String timeline() {
        return world.send(
                        world.request("/v1/customers/user:ada/timeline").header("Authorization", "Basic c2tfZGVtbzo="))
                .body();
    }

    @Test
    void a_delivery_reported_twice_is_asked_about_once() {
        pays("1001", true);
        delivered("1001");
        delivered("1001");
        world.advance(DAY.multipliedBy(20));
        delivered("1001");

        assertThat(letters("review-request", DAY.multipliedBy(40))).hasSize(2);
    }

    @Test
    void a_first_order_is_followed_by_four_letters_that_end_with_something_for_the_second() {
        pays("1001", true);
        delivered("1001");

        assertThat(letters("second-purchase", DAY.multipliedBy(60)))
                .containsExactly("first-days 72", "is-all-well 240", "worth-a-look 504", "if-you-come-back 840");
    }

    @Test
    void the_second_order_ends_them_and_begins_none_of_its_own() {
        pays("1001", true);
        delivered("1001");
        world.advance(DAY.multipliedBy(5));
        pays("1002", true);
        delivered("1002");

        assertThat(letters("second-purchase", DAY.multipliedBy(60))).containsExactly("first-days 72");
    }
}
