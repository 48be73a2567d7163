package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Sent;
import comeback.event.Event;
import comeback.flow.Reason.Verdict;
import comeback.flowfile.FlowFiles;
import comeback.store.Caps;
import comeback.store.MarketingPolicy;
import comeback.store.QuietHours;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lives in which a mail is put off: by the night, by a cap, after a purchase. */
class TimingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final Store QUIET_AT_NIGHT = TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of());

    /** Someone in Istanbul, who begins at noon there. */
    private static Life ada() {
        return Life.ofSomeoneWhoAgreed().in(QUIET_AT_NIGHT).living(ISTANBUL);
    }

    private static LocalTime clockOfLastMail(Life life) {
        return life.customer()
                .recentMails()
                .sent()
                .getLast()
                .at()
                .atZone(ISTANBUL)
                .toLocalTime();
    }

    @Test
    void a_reminder_that_falls_into_the_night_comes_in_the_morning() {
        Life ada = ada().after(Duration.ofHours(9).plusMinutes(30)).adds("mug");

        assertThat(ada.after(Duration.ofHours(10)).mails()).isEmpty();
        assertThat(ada.after(HOUR).mails()).containsExactly("need-help");
        assertThat(clockOfLastMail(ada)).isBetween(LocalTime.of(8, 0), LocalTime.of(8, 30));
        assertThat(ada.reasons(Verdict.DEFERRED))
                .singleElement()
                .asString()
                .startsWith("cart: need-help: waits until 2026-03-03T05:")
                .contains("quiet hours from 21:00 to 08:00 in Europe/Istanbul");
    }

    @Test
    void a_chain_that_began_in_the_night_goes_on_in_the_mornings_a_day_apart() {
        Life ada = ada().after(Duration.ofHours(9).plusMinutes(30)).adds("mug").after(DAY.multipliedBy(6));

        assertThat(ada.mails()).containsExactly("need-help", "your-things", "last-note");
        List<Instant> sent =
                ada.customer().recentMails().sent().stream().map(Sent::at).toList();
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofHours(24).minus(Caps.TOLERANCE));
        }
    }

    @Test
    void who_buys_while_their_reminder_waits_for_the_morning_never_gets_it() {
        Life ada = ada().after(Duration.ofHours(9).plusMinutes(30)).adds("mug").after(HOUR.multipliedBy(2));

        ada.buys("1001").after(DAY.multipliedBy(10));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order");
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("cart: the cart was bought (order 1001)");
    }

    @Test
    void who_unsubscribes_while_their_reminder_waits_never_gets_it() {
        Life ada = ada().after(Duration.ofHours(9).plusMinutes(30)).adds("mug").after(HOUR.multipliedBy(2));

        assertThat(ada.unsubscribes().after(DAY.multipliedBy(10)).mails()).isEmpty();
    }

    @Test
    void who_touches_their_cart_in_the_morning_is_not_reminded_of_it_the_minute_after() {
        Life ada = ada().after(Duration.ofHours(9).plusMinutes(30)).adds("mug");
        ada.after(Duration.ofHours(10).plusMinutes(25));

        ada.adds("scarf").after(HOUR.minusMinutes(1));
        assertThat(ada.mails()).isEmpty();
        assertThat(ada.after(Duration.ofMinutes(1)).mails()).containsExactly("need-help");
    }

    @Test
    void a_welcome_goes_at_night_and_a_receipt_too() {
        Life ada = ada().after(Duration.ofHours(13)).signsUp().buys("1001");

        assertThat(ada.mails()).containsExactly("thanks-for-joining", "thanks-for-your-order");
    }

    @Test
    void a_welcome_takes_nothing_from_the_cart_that_follows_it() {
        Life ada = ada().signsUp().adds("mug").after(HOUR);

        assertThat(ada.mails()).containsExactly("thanks-for-joining", "need-help");
    }

    @Test
    void a_second_cart_on_the_same_day_waits_for_the_cap_and_not_longer_than_it_is_worth() {
        Life ada = ada().in(store(new Caps(1, 3, 8), Duration.ZERO)).adds("mug").after(HOUR);
        ada.removes("mug").after(HOUR).adds("scarf").after(HOUR);

        assertThat(ada.mails()).containsExactly("need-help");
        assertThat(ada.reasons(Verdict.DEFERRED))
                .containsExactly(
                        "cart: need-help: waits until 2026-03-03T08:00:00Z: the store sends at most 1 marketing "
                                + "mail in 24 hours, and the last went at 2026-03-02T10:00:00Z");
        assertThat(ada.after(DAY).mails()).containsExactly("need-help", "need-help");
    }

    @Test
    void what_would_wait_for_days_is_skipped_and_says_so() {
        Life ada = ada().in(store(new Caps(1, 1, 1), Duration.ZERO)).adds("mug").after(DAY.multipliedBy(5));

        assertThat(ada.mails()).containsExactly("need-help");
        assertThat(ada.reasons(Verdict.SKIPPED))
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason)
                        .contains("not worth sending so late: waits until 2026-04-01T08:00:00Z")
                        .contains("at most 1 marketing mail in 30 days"));
    }

    private static Store store(Caps caps, Duration silence) {
        return TestStores.named(
                "demo", TestStores.DAY_AND_NIGHT.with(caps).withSilenceAfterPurchase(silence), Set.of());
    }

    @Test
    void a_cart_begun_right_after_a_purchase_is_not_mentioned_for_a_day() {
        Life ada = ada().in(TestStores.demo()).buys("1001").after(Duration.ofMinutes(5));

        ada.adds("scarf").after(Duration.ofHours(23).plusMinutes(50));
        assertThat(ada.mails()).containsExactly("thanks-for-your-order");
        assertThat(ada.after(Duration.ofMinutes(5)).mails()).containsExactly("thanks-for-your-order", "need-help");
    }

    @Test
    void of_two_letters_that_are_due_at_once_the_more_important_goes_and_the_other_waits() {
        Flows two = new Flows(List.of(
                news("a-digest", Step.Priority.LOW, DAY.multipliedBy(2)), news("b-win-back", Step.Priority.HIGH, DAY)));
        Life ada = ada().in(TestStores.demo()).with(two).happens(new Event.SignedUp());

        assertThat(ada.mails()).containsExactly("b-win-back");
        assertThat(ada.reasons(Verdict.DEFERRED)).singleElement().asString().startsWith("a-digest: a-digest: waits");
        assertThat(ada.after(DAY).mails()).containsExactly("b-win-back", "a-digest");
    }

    @Test
    void the_less_important_is_let_go_when_it_is_not_worth_sending_any_more() {
        Flows two = new Flows(List.of(
                news("a-digest", Step.Priority.LOW, Duration.ofHours(3)), news("b-win-back", Step.Priority.HIGH, DAY)));
        Life ada = ada().in(TestStores.demo()).with(two).happens(new Event.SignedUp());

        assertThat(ada.after(DAY.multipliedBy(3)).mails()).containsExactly("b-win-back");
        assertThat(ada.reasons(Verdict.SKIPPED)).singleElement().asString().startsWith("a-digest: a-digest: not worth");
    }

    /** A flow of one letter, named as the flow is, that goes at once after a sign-up. */
    private static Flow news(String name, Step.Priority priority, Duration timeToLive) {
        return FlowFiles.former(
                        name, """
                        class: marketing
                        starts: {on: [Signed Up]}
                        steps:
                          - {send: %s, priority: %s, time to live: %dh}
                        """.formatted(name, priority.name().toLowerCase(Locale.ROOT), timeToLive.toHours()))
                .orElseThrow();
    }

    @Test
    void in_every_zone_a_cart_is_followed_by_three_reminders_by_day() {
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            Life ada = ada().living(zone).adds("mug").after(DAY.multipliedBy(7));

            assertThat(ada.mails()).as(name).containsExactly("need-help", "your-things", "last-note");
            assertThat(ada.customer().recentMails().sent())
                    .as(name)
                    .noneMatch(mail -> QuietHours.DEFAULT.isQuiet(mail.at(), zone));
            assertThat(ada.alarmsSet()).as(name).isLessThan(12);
        }
    }
}
