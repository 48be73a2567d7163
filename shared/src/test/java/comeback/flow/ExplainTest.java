package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.event.Event;
import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Check;
import comeback.flow.Explanation.Position;
import comeback.flow.Explanation.State;
import comeback.flow.Explanation.StepNow;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static String text(Explanation explanation) {
        return explanation.verdict().text();
    }

    private static String otherwise(Explanation explanation) {
        return explanation.verdict().otherwise().orElse("-");
    }

    private static String because(Explanation explanation) {
        return explanation.verdict().because().map(Cause::name).orElse("-");
    }

    @Test
    void someone_who_bought_is_told_that_the_purchase_stopped_the_reminders() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .adds("mug")
                .after(HOUR.multipliedBy(2))
                .buys("1001");

        Explanation why = ada.explained("cart", "your-things");

        assertThat(text(why)).isEqualTo("your-things was not sent: the cart was bought (order 1001).");
        assertThat(otherwise(why)).isEqualTo("It would have gone on, had the customer not bought the cart.");
        assertThat(why.verdict().because())
                .contains(new Cause(Instant.parse("2026-03-02T11:00:00Z"), "event-2", "Order Completed"));
        assertThat(why.run().orElseThrow().state()).isEqualTo(State.STOPPED);
        assertThat(why.steps()).extracting(StepNow::position).contains(Position.DONE, Position.NEVER);
    }

    @Test
    void a_letter_that_was_sent_is_told_with_its_time_and_what_it_began_with() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(HOUR);

        Explanation why = ada.explained("cart", "need-help");

        assertThat(text(why)).isEqualTo("need-help was sent at 2026-03-02T10:00:00Z.");
        assertThat(because(why)).isEqualTo("Product Added");
        assertThat(why.verdict().otherwise()).isEmpty();
    }

    @Test
    void a_letter_that_is_still_to_come_is_told_with_the_time_and_every_rule() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug");

        Explanation why = ada.explained("cart", "need-help");

        assertThat(text(why)).isEqualTo("need-help has not been sent yet: it is due at 2026-03-02T10:00:00Z.");
        assertThat(why.steps().get(1).rules()).allMatch(Check::holds);
        assertThat(why.steps().get(1).rules())
                .extracting(rule -> rule.ruling().rule() + "=" + rule.ruling().value())
                .contains("store-switch=on", "address=known", "suppression=none", "consent=given");
        assertThat(text(ada.explained("cart", "last-note")))
                .isEqualTo(
                        "last-note has not been sent yet: it comes later; the next step is due at 2026-03-02T10:00:00Z.");
    }

    @Test
    void a_letter_that_waits_for_the_morning_is_told_with_the_reason() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .in(TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of()))
                .living(ZoneId.of("Asia/Seoul"))
                .after(HOUR.multipliedBy(2))
                .adds("mug");

        // Eight in the evening in Seoul, and an hour later it is quiet there.
        String before = text(ada.explained("cart", "need-help"));
        String after = text(ada.after(HOUR.multipliedBy(2)).explained("cart", "need-help"));

        assertThat(before)
                .startsWith(
                        "need-help has not been sent yet: it is due at 2026-03-02T12:00:00Z. As things are it then waits until 2026-03-02T23:")
                .contains(": quiet hours from 21:00 to 08:00 in Asia/Seoul (it will be 08:");
        assertThat(after)
                .startsWith("need-help has not been sent yet: it is due at 2026-03-02T23:")
                .contains("It waits until 2026-03-02T23:");
    }

    @Test
    void a_letter_is_not_said_to_wait_for_a_cap_that_will_have_room_by_then() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(HOUR);

        assertThat(text(ada.explained("cart", "your-things")))
                .isEqualTo("your-things has not been sent yet: it is due at 2026-03-03T09:00:00Z.");
    }

    @Test
    void someone_who_never_answered_is_told_that_only_the_first_reminder_was_allowed() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().adds("mug").after(DAY);

        Explanation sent = ada.explained("cart", "need-help");
        Explanation skipped = ada.explained("cart", "your-things");

        assertThat(text(sent)).startsWith("need-help was sent");
        assertThat(text(skipped)).isEqualTo("your-things was not sent: the customer has not agreed to marketing mail.");
        assertThat(otherwise(skipped)).isEqualTo("It would have gone, had the customer agreed to marketing mail.");
    }

    @Test
    void the_second_reminder_of_someone_who_never_answered_is_foretold() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().adds("mug").after(HOUR);

        assertThat(text(ada.explained("cart", "your-things")))
                .isEqualTo("your-things has not been sent yet: it is due at 2026-03-03T09:00:00Z."
                        + " As things are it will not go then: the customer has not agreed to marketing mail.");
    }

    @Test
    void someone_who_unsubscribed_is_told_when_and_how() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .adds("mug")
                .after(HOUR)
                .neverAnswersAgain()
                .unsubscribes();

        Explanation why = ada.explained("cart", "your-things");

        assertThat(text(why)).isEqualTo("your-things was not sent: the customer unsubscribed (test).");
        assertThat(because(why)).isEqualTo("Unsubscribed");
        assertThat(why.entry())
                .filteredOn(rule -> !rule.holds())
                .extracting(rule -> rule.ruling().rule())
                .contains("consent", "again");
    }

    @Test
    void someone_without_consent_got_the_other_welcome_and_is_told_which_and_why() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().signsUp();

        assertThat(text(ada.explained("welcome", "thanks-for-joining")))
                .isEqualTo("thanks-for-joining was not sent: the customer has not agreed to marketing mail."
                        + " Instead, your-account was sent at 2026-03-02T09:00:00Z.");
        assertThat(text(Life.ofSomeoneWhoAgreed().signsUp().explained("welcome", "your-account")))
                .isEqualTo("your-account was not needed: thanks-for-joining was sent at 2026-03-02T09:00:00Z.");
    }

    @Test
    void someone_for_whom_nothing_was_reported_is_told_what_would_have_started_it() {
        Explanation why =
                Life.ofSomeoneWhoAgreed().adds("mug").explained("order-confirmation", "thanks-for-your-order");

        assertThat(text(why))
                .isEqualTo(
                        "order-confirmation never started for this customer: the store reported none of Order Completed.");
        assertThat(otherwise(why)).isEqualTo("It would have started, had the store reported one of them.");
        assertThat(why.run()).isEmpty();
        assertThat(why.steps()).extracting(StepNow::position).containsOnly(Position.NEVER);
    }

    @Test
    void a_purchase_reported_by_a_browser_is_told_with_its_key() {
        Explanation why = Life.ofSomeoneWhoAgreed()
                .reportedFromABrowser()
                .buys("1001")
                .explained("order-confirmation", "thanks-for-your-order");

        assertThat(text(why)).endsWith("a public key may not start transactional mail.");
        assertThat(otherwise(why))
                .isEqualTo("It would have gone, had the shop's own server reported the event with a secret key.");
        assertThat(because(why)).isEqualTo("Order Completed");
        assertThat(why.verdict().rule().orElseThrow().rule()).isEqualTo("key-class");
    }

    @Test
    void a_cart_that_was_reported_days_late_is_told_with_its_age() {
        Life ada = Life.ofSomeoneWhoAgreed();
        ada.happens(
                new Event.ProductAdded(Shop.line("mug"), comeback.event.CartRef.UNNAMED),
                ada.now().minus(Duration.ofDays(3)));

        Explanation why = ada.explained("cart", "need-help");

        assertThat(why.verdict().rule().orElseThrow().value()).isEqualTo("72 hours");
        assertThat(otherwise(why)).isEqualTo("It would have started, had it been reported within 24 hours.");
    }

    @Test
    void someone_whose_address_is_unknown_is_told_so() {
        Explanation why = Life.ofSomeoneWhoAgreed().withoutAddress().adds("mug").explained("cart", "need-help");

        assertThat(text(why)).isEqualTo("cart never started for this customer: no e-mail address is known yet.");
        assertThat(why.entry())
                .filteredOn(rule -> !rule.holds())
                .extracting(rule -> rule.ruling().rule())
                .containsExactly("address");
    }

    @Test
    void a_store_that_switched_the_flow_off_is_told_so() {
        Store store = TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of("cart"));

        Explanation why = Life.ofSomeoneWhoAgreed().in(store).adds("mug").explained("cart", "need-help");

        assertThat(text(why)).isEqualTo("cart never started for this customer: the store has switched this flow off.");
        assertThat(otherwise(why)).isEqualTo("It would have gone, had the store not switched this flow off.");
    }

    @Test
    void a_reminder_that_the_night_holds_up_is_told_before_and_while_it_waits() {
        Store store = TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of());
        Life ada = Life.ofSomeoneWhoAgreed().in(store).adds("mug");

        assertThat(text(ada.explained("cart", "need-help")))
                .contains("As things are it then waits until", "quiet hours");
        Explanation held = ada.after(HOUR).explained("cart", "need-help");
        assertThat(text(held)).startsWith("need-help has not been sent yet: it is due at 2026-03-02T13:");
        assertThat(text(held)).contains(". It waits until 2026-03-02T13:", "quiet hours");
        assertThat(otherwise(held)).isEqualTo("It would have gone at once at another hour of the customer's day.");
    }

    @Test
    void a_whole_flow_is_told_letter_by_letter() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(DAY);

        Explanation why = ada.explained("cart", Optional.empty());

        assertThat(text(why))
                .isEqualTo("cart began at 2026-03-02T09:00:00Z because of Product Added and is still running."
                        + " need-help was sent at 2026-03-02T10:00:00Z. your-things was sent at 2026-03-03T09:00:00Z."
                        + " The next step is due at 2026-03-04T09:00:00Z.");
    }

    @Test
    void what_is_asked_twice_is_answered_alike() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(DAY);

        assertThat(ada.explained("cart", "last-note")).isEqualTo(ada.explained("cart", "last-note"));
    }
}
