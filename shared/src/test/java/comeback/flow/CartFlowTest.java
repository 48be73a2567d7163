package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartFlowTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void someone_who_leaves_a_cart_is_reminded_after_an_hour_a_day_and_two_days_and_then_no_more() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug");

        assertThat(ada.after(HOUR.minus(MINUTE)).mails()).isEmpty();
        assertThat(ada.after(MINUTE).mails()).containsExactly("need-help");
        assertThat(ada.after(DAY.minus(HOUR).minus(MINUTE)).mails()).containsExactly("need-help");
        assertThat(ada.after(MINUTE).mails()).containsExactly("need-help", "your-things");
        assertThat(ada.after(DAY).mails()).containsExactly("need-help", "your-things", "last-note");
        assertThat(ada.after(Duration.ofDays(60)).mails()).hasSize(3);
    }

    @Test
    void every_change_of_the_cart_starts_the_hour_again() {
        Life ada =
                Life.ofSomeoneWhoAgreed().adds("mug").after(HOUR.minus(MINUTE)).adds("scarf");

        assertThat(ada.after(HOUR.minus(MINUTE)).mails()).isEmpty();
        assertThat(ada.after(MINUTE).mails()).containsExactly("need-help");
    }

    @Test
    void twelve_changes_of_a_cart_set_one_alarm() {
        Life ada = Life.ofSomeoneWhoAgreed();
        for (int i = 0; i < 12; i++) {
            ada.adds("mug").after(MINUTE);
        }

        assertThat(ada.alarmsSet()).isEqualTo(1);
    }

    @Test
    void someone_who_bought_is_never_reminded() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(HOUR).buys("1001");

        assertThat(ada.after(Duration.ofDays(30)).mails()).containsExactly("need-help", "thanks-for-your-order");
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("cart: the cart was bought (order 1001)");
    }

    @Test
    void an_order_that_is_reported_before_its_checkout_leaves_no_reminder() {
        Life ada = Life.ofSomeoneWhoAgreed();
        var checkout = Shop.checkout("checkout:7", "mug");
        var startedAt = ada.now().minusSeconds(5);

        ada.buys("1001").happens(checkout, startedAt);

        assertThat(ada.after(Duration.ofDays(3)).mails()).containsExactly("thanks-for-your-order");
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .filteredOn(reason -> reason.startsWith("cart"))
                .containsExactly("cart: there is no open cart: it was bought or emptied");
    }

    @Test
    void a_checkout_that_was_bought_stays_bought_though_its_clock_is_wrong() {
        Life ada = Life.ofSomeoneWhoAgreed().buys("1001", "checkout:7").after(HOUR);

        ada.startsCheckout("checkout:7", "mug").after(Duration.ofDays(3));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order");
    }

    @Test
    void a_shop_that_calls_every_cart_by_the_same_name_may_remind_of_the_next_one() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug", "cart:ada").buys("1001", "cart:ada");

        assertThat(ada.after(MINUTE).adds("mug", "cart:ada").after(DAY).mails())
                .containsExactly("thanks-for-your-order");
        assertThat(ada.adds("scarf", "cart:ada").after(HOUR).mails())
                .containsExactly("thanks-for-your-order", "need-help");
    }

    @Test
    void a_cart_begun_after_a_purchase_is_kept_when_the_purchase_is_reported_later() {
        Life ada = Life.ofSomeoneWhoAgreed();
        var boughtAt = ada.now().minus(Duration.ofMinutes(10));

        ada.adds("scarf").happens(Shop.bought("1001", boughtAt), boughtAt);

        assertThat(ada.after(DAY).mails()).containsExactly("thanks-for-your-order", "need-help");
    }

    @Test
    void a_cart_that_was_emptied_is_not_reminded_of() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(MINUTE).removes("mug");

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("cart: the cart was emptied");
    }

    @Test
    void an_old_report_of_a_full_cart_does_not_fill_an_emptied_one() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(MINUTE);
        var before = ada.now();
        ada.after(MINUTE).happens(new Event.CartUpdated(List.of(), CartRef.UNNAMED));

        ada.after(MINUTE).happens(new Event.CartUpdated(List.of(Shop.line("mug")), CartRef.UNNAMED), before);

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
    }

    @Test
    void someone_who_unsubscribes_gets_no_further_reminder() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(HOUR).unsubscribes();

        assertThat(ada.after(Duration.ofDays(3)).mails()).containsExactly("need-help");
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("cart: the customer unsubscribed (test)");
    }

    @Test
    void someone_who_never_answered_gets_the_first_reminder_only() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().adds("mug").after(Duration.ofDays(3));

        assertThat(ada.mails()).containsExactly("need-help");
        assertThat(ada.reasons(Verdict.SKIPPED))
                .containsExactly(
                        "cart: your-things: the customer has not agreed to marketing mail",
                        "cart: last-note: the customer has not agreed to marketing mail");
    }

    @Test
    void a_store_may_keep_even_the_first_reminder_from_those_who_never_answered() {
        Life ada = Life.ofSomeoneWhoNeverAnswered()
                .in(TestStores.named("strict", TestStores.DAY_AND_NIGHT.withCartRemindersWithoutConsent(0), Set.of()))
                .adds("mug");

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
    }

    @Test
    void a_store_that_switched_the_flow_off_reminds_nobody() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .in(TestStores.named("quiet", TestStores.DAY_AND_NIGHT, Set.of("cart")))
                .adds("mug");

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
    }

    @Test
    void a_cart_waits_until_an_address_is_known() {
        Life ada = Life.ofSomeoneWhoAgreed().withoutAddress().adds("mug");

        assertThat(ada.after(Duration.ofMinutes(30)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.NOT_STARTED)).containsExactly("cart: no e-mail address is known yet");
        ada.tellsTheirAddress().happens(new Event.CustomerUpdated());
        assertThat(ada.after(Duration.ofMinutes(30)).mails()).containsExactly("need-help");
    }

    @Test
    void after_an_outage_the_reminders_keep_their_distance() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").afterAnOutageOf(Duration.ofHours(49));

        assertThat(ada.mails()).containsExactly("need-help");
        assertThat(ada.after(Duration.ofHours(22)).mails()).containsExactly("need-help");
        assertThat(ada.after(HOUR).mails()).containsExactly("need-help", "your-things");
        assertThat(ada.after(DAY).mails()).containsExactly("need-help", "your-things", "last-note");
    }

    @Test
    void something_put_in_between_two_reminders_moves_the_second() {
        Life ada =
                Life.ofSomeoneWhoAgreed().adds("mug").after(Duration.ofHours(3)).adds("scarf");

        assertThat(ada.after(DAY.minus(MINUTE)).mails()).containsExactly("need-help");
        assertThat(ada.after(MINUTE).mails()).containsExactly("need-help", "your-things");
    }

    @Test
    void a_report_that_comes_a_day_late_starts_nothing() {
        Life ada = Life.ofSomeoneWhoAgreed();
        ada.happens(Shop.checkout("checkout:7", "mug"), ada.now().minus(Duration.ofHours(25)));

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .filteredOn(reason -> reason.startsWith("cart"))
                .containsExactly("cart: it happened 25 hours ago, and after 24 hours nothing starts");
    }
}
