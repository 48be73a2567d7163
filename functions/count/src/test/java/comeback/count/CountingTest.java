package comeback.count;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted when, of people who get letters, follow links, buy and think better of it. */
class CountingTest {
    private static final Row REMINDER = new Row(LocalDate.of(2026, 3, 2), "cart", "need-help", "need-help-b");
    private static final Row SHOP = Row.ofShop(LocalDate.of(2026, 3, 2));

    private final CountedShop shop = new CountedShop();

    private Counts reminder() {
        return shop.sums().getOrDefault(REMINDER, Counts.NONE);
    }

    private long bought() {
        return reminder().revenue(CountedShop.USD);
    }

    @Test
    void a_letter_that_went_and_arrived_and_was_followed_by_a_person_is_one_of_each() {
        shop.sends("a");
        shop.arrives("a");
        shop.follows("a");
        shop.counts();

        assertThat(reminder().byKey())
                .isEqualTo(Map.of(
                        "sent", 1L,
                        "delivered", 1L,
                        "at:gmail:sent", 1L,
                        "at:gmail:delivered", 1L,
                        "opened", 1L,
                        "clicked", 1L));
        assertThat(shop.sums()).isEqualTo(shop.recount());
    }

    @Test
    void what_is_told_twice_or_long_after_is_counted_once() {
        shop.sends("a");
        shop.arrives("a");
        shop.counts();
        shop.countsAllAgain();

        assertThat(reminder().count(Measure.SENT)).isEqualTo(1);
        assertThat(reminder().count(Measure.DELIVERED)).isEqualTo(1);
    }

    @Test
    void what_was_not_sent_is_counted_by_the_rule_that_spoke_against_it() {
        shop.skips("a", "cap");
        shop.skips("b", "cap");
        shop.skips("c", "consent");
        shop.counts();

        assertThat(reminder().skipped()).isEqualTo(Map.of("cap", 2L, "consent", 1L));
    }

    @Test
    void a_purchase_after_following_a_link_is_the_letters_also_when_the_click_is_judged_afterwards() {
        shop.sends("a");
        shop.clicks("a");
        shop.buys("1001", 40);
        shop.counts();
        assertThat(bought()).as("it might have been a machine").isZero();

        shop.judges("a");
        shop.counts();

        assertThat(bought()).isEqualTo(4000);
        assertThat(reminder().count(Measure.ORDERS)).isEqualTo(1);
        assertThat(shop.sums().get(SHOP)).isNotNull();
        assertThat(shop.sums()).isEqualTo(shop.recount());
    }

    @Test
    void a_purchase_is_the_last_letters_whose_link_was_followed_and_of_none_after_five_days() {
        shop.sends("a");
        shop.sends("b");
        shop.follows("a");
        shop.follows("b");
        shop.buys("1001", 40);
        shop.counts();
        assertThat(reminder().count(Measure.ORDERS)).isEqualTo(1);

        shop.later(Duration.ofDays(6));
        shop.buys("1002", 10);
        shop.counts();

        assertThat(reminder().count(Measure.ORDERS)).isEqualTo(1);
        assertThat(bought()).isEqualTo(4000);
        assertThat(shop.sums()).isEqualTo(shop.recount());
    }

    @Test
    void money_that_goes_back_is_taken_off_and_an_order_that_is_cancelled_counts_no_more() {
        shop.sends("a");
        shop.follows("a");
        shop.buys("1001", 40);
        shop.buys("1002", 10);
        shop.counts();
        assertThat(bought()).isEqualTo(5000);

        shop.paysBack("1001", 15);
        shop.counts();
        assertThat(bought()).isEqualTo(3500);

        shop.later(Duration.ofDays(60));
        shop.cancels("1001");
        shop.counts();

        assertThat(bought()).as("who brought it is not forgotten").isEqualTo(1000);
        assertThat(reminder().count(Measure.ORDERS)).isEqualTo(1);
    }

    @Test
    void what_was_counted_of_somebody_stays_when_they_are_forgotten() {
        shop.sends("a");
        shop.follows("a");
        shop.buys("1001", 40);
        shop.counts();
        var before = shop.sums();

        shop.forgetsAda();
        shop.countsAllAgain();

        assertThat(shop.sums()).isEqualTo(before);
    }

    private Counts arm(String name) {
        return shop.trials().arms(CountedShop.TRIAL).getOrDefault(name, Counts.NONE);
    }

    @Test
    void who_is_held_out_counts_once_with_what_they_buy_within_a_month_of_the_first_time() {
        shop.enters(true);
        shop.buys("1001", 40);
        shop.later(Duration.ofDays(20));
        shop.enters(true);
        shop.buys("1002", 10);
        shop.later(Duration.ofDays(10));
        shop.buys("1003", 99);
        shop.counts();
        shop.countsAllAgain();

        assertThat(arm("held out").byKey())
                .isEqualTo(Map.of(
                        "people", 1L,
                        "buyers", 1L,
                        "orders", 2L,
                        "squared:orders", 4L,
                        "revenue:USD", 5000L,
                        "squared:revenue:USD", 2500L));
        assertThat(arm("given")).isEqualTo(Counts.NONE);
        assertThat(shop.trials()).isEqualTo(shop.tryAgain());
    }

    @Test
    void what_somebody_bought_before_the_flow_began_or_gave_back_says_nothing_of_it() {
        shop.buys("1001", 40);
        shop.enters(false);
        shop.buys("1002", 10);
        shop.counts();
        shop.cancels("1002");
        shop.counts();

        assertThat(arm("given").byKey()).isEqualTo(Map.of("people", 1L));
    }

    @Test
    void what_was_counted_of_a_trial_stays_when_somebody_is_forgotten() {
        shop.enters(false);
        shop.buys("1001", 40);
        shop.counts();
        var before = shop.trials();

        shop.forgetsAda();
        shop.countsAllAgain();

        assertThat(shop.trials()).isEqualTo(before);
    }

    @Test
    void who_unsubscribes_by_a_letters_link_counts_with_that_letter() {
        shop.sends("a");
        shop.sends("b");
        shop.stopsBy("b");
        shop.counts();

        assertThat(reminder().count(Measure.UNSUBSCRIBED)).isEqualTo(1);
    }
}
