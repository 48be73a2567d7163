package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.customer.Suppression;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the law of Korea and of Turkey wants somebody told who agrees to marketing, or takes it back. */
class ConsentNewsTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final Instant SAID = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private Customer ada = known("KR");
    private Instant now = SAID;
    private int events;
    private final List<String> letters = new ArrayList<>();

    private static Customer known(String country) {
        Customer unknown = Customer.unknown(CustomerId.of(Ref.user("ada")));
        return unknown.withVersion(1)
                .with(unknown.identity().with(new EmailAddress("ada@example.com")))
                .with(new Profile(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(country),
                        Map.of()));
    }

    private void decide(Input input) {
        Decision decision = Decide.decide(ada, input, STORE, FLOWS, now);
        decision.messages().stream()
                .filter(message -> message.flow().startsWith("consent"))
                .map(Message::name)
                .forEach(letters::add);
        ada = decision.next();
    }

    private void after(Duration span) {
        Instant end = now.plus(span);
        for (int i = 0; i < 200 && ada.alarmAt().filter(at -> !at.isAfter(end)).isPresent(); i++) {
            now = ada.alarmAt().orElseThrow();
            decide(new Input.Woke());
        }
        now = end;
        decide(new Input.Woke());
    }

    private void reports(Consent consent, boolean isHistory, KeyClass keyClass) {
        decide(new Input.Happened(new StoreEvent(
                "e-" + ++events,
                "test",
                now,
                now,
                List.of(Ref.user("ada")),
                Optional.of(new EmailAddress("ada@example.com")),
                true,
                Profile.EMPTY,
                consent,
                keyClass,
                isHistory,
                new Event.CustomerUpdated())));
    }

    private void agrees() {
        reports(new Consent.Given(now, "form"), false, KeyClass.SECRET);
    }

    private void stops() {
        decide(new Input.AskedToStop(now, "page"));
    }

    @Test
    void who_agrees_is_told_so_within_the_day_and_once_however_often_the_shop_repeats_it() {
        agrees();
        after(HOUR.dividedBy(2));
        assertThat(letters).isEmpty();
        agrees();
        after(HOUR);
        agrees();
        after(Duration.ofDays(20));

        assertThat(letters).containsExactly("you-agreed");
    }

    @Test
    void who_unsubscribes_on_a_page_or_by_reporting_spam_is_told_what_came_of_it() {
        ada = ada.with(new Consent.Given(SAID.minus(Duration.ofDays(100)), "form"));
        stops();
        after(HOUR);
        assertThat(letters).containsExactly("you-stopped");

        ada = known("KR").with(new Consent.Given(SAID.minus(Duration.ofDays(100)), "form"));
        Suppression spam = new Suppression("ada@example.com", Suppression.Reason.COMPLAINT, now);
        decide(new Input.Undeliverable(spam, "report"));
        after(HOUR);
        assertThat(letters).as("but not at an address that calls it spam").hasSize(1);
    }

    @Test
    void who_changes_their_mind_within_the_hour_hears_of_what_they_said_last() {
        agrees();
        after(HOUR.dividedBy(2));
        stops();
        after(HOUR);

        assertThat(letters).containsExactly("you-stopped");
    }

    @Test
    void who_changes_their_mind_later_is_told_of_each_word() {
        agrees();
        after(HOUR.multipliedBy(2));
        stops();
        after(HOUR.multipliedBy(2));

        assertThat(letters).containsExactly("you-agreed", "you-stopped");
    }

    @Test
    void who_refuses_before_they_ever_agreed_took_nothing_back() {
        stops();
        after(Duration.ofDays(1));

        assertThat(letters).isEmpty();
    }

    @Test
    void where_no_law_asks_for_it_nobody_is_told() {
        ada = known("US");
        agrees();
        after(Duration.ofDays(1));

        assertThat(letters).isEmpty();
    }

    @Test
    void a_form_in_a_browser_is_confirmed_too() {
        reports(new Consent.Given(now, "form"), false, KeyClass.PUBLIC);
        after(HOUR);

        assertThat(letters).containsExactly("you-agreed");
    }

    @Test
    void who_is_imported_is_told_nothing_and_who_unsubscribed_stays_so_whatever_the_import_says() {
        reports(new Consent.Given(now.minus(Duration.ofDays(1)), "import"), true, KeyClass.SECRET);
        after(Duration.ofDays(1));
        assertThat(letters).isEmpty();
        assertThat(ada.consent()).isInstanceOf(Consent.Given.class);

        stops();
        after(Duration.ofDays(1));
        letters.clear();
        reports(new Consent.Given(now, "import"), true, KeyClass.SECRET);
        assertThat(ada.consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void a_word_of_last_week_that_is_reported_now_is_not_told_any_more() {
        reports(new Consent.Given(now.minus(Duration.ofDays(7)), "form"), false, KeyClass.SECRET);
        after(Duration.ofDays(1));

        assertThat(letters).isEmpty();
    }

    @Test
    void who_agreed_two_years_ago_is_reminded_of_it_in_time_and_again_two_years_later() {
        agrees();
        after(Duration.ofDays(700));
        letters.clear();
        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        after(Duration.ofDays(30));
        assertThat(letters).containsExactly("you-once-agreed");
        assertThat(now).isBeforeOrEqualTo(SAID.plus(Duration.ofDays(731)));

        after(Duration.ofDays(700));
        assertThat(letters).hasSize(1);
        after(Duration.ofDays(31));
        assertThat(letters).hasSize(2);
        assertThat(ada.consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void who_unsubscribed_in_between_is_reminded_of_nothing() {
        agrees();
        after(Duration.ofDays(600));
        stops();
        letters.clear();
        after(Duration.ofDays(400));

        assertThat(letters).doesNotContain("you-once-agreed");
    }
}
