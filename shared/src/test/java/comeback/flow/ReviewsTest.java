package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Profile;
import comeback.customer.RecentEvents;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.customer.Started;
import comeback.customer.Suppression;
import comeback.flowfile.FlowFiles;
import comeback.message.MayItGo;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.Terms;
import comeback.store.Mode;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the night finds, and what follows from it, with the flows that ship. */
class ReviewsTest {
    /** What comes every week has a test of its own; these lives do not speak of it. */
    private static final Flows FLOWS = new Flows(FlowFiles.read(Path.of("..", "templates")).all().stream()
            .filter(flow -> !flow.startsOn().contains(Review.WEEK_OVER.words()))
            .toList());

    private static final Store STORE = TestStores.demo();
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant SEEN = Instant.parse("2026-03-02T09:00:00Z");

    private Customer ada = known("ada");
    private Instant now = SEEN;
    private final List<String> letters = new ArrayList<>();
    private List<Reason> why = List.of();

    private static Customer known(String name) {
        Customer unknown = Customer.unknown(CustomerId.of(Ref.user(name)));
        return unknown.withVersion(1)
                .with(unknown.identity().with(new EmailAddress(name + "@example.com")))
                .with((Consent) new Consent.Given(SEEN, "form"))
                .with(unknown.recentEvents().seen(Sign.VISIT, SEEN));
    }

    private void decide(Input input) {
        Decision decision = Decide.decide(ada, input, STORE, FLOWS, now);
        decision.messages().stream().map(Message::name).forEach(letters::add);
        why = decision.why();
        ada = decision.next();
    }

    /** Lives on until then, woken whenever it is time. */
    private void until(Instant end) {
        decide(new Input.Woke());
        for (int i = 0; i < 100 && ada.alarmAt().filter(at -> !at.isAfter(end)).isPresent(); i++) {
            now = ada.alarmAt().orElseThrow();
            decide(new Input.Woke());
        }
        now = end;
    }

    private void days(int days) {
        until(SEEN.plus(Duration.ofDays(days)));
    }

    private void bought(Instant... times) {
        for (Instant at : times) {
            ada = ada.with(ada.shopping()
                    .with(new OrderState(new OrderId("o-" + at.getEpochSecond()), at, OrderState.Stage.PLACED)));
        }
    }

    private static Instant ago(int days) {
        return SEEN.minus(Duration.ofDays(days));
    }

    @Test
    void who_signed_up_and_never_bought_is_asked_to_look_around_after_two_months_in_their_morning() {
        ada = ada.with(new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(SEOUL)));

        days(59);
        assertThat(letters).isEmpty();
        until(Instant.parse("2026-05-02T00:59:00Z"));
        assertThat(letters).isEmpty();
        until(Instant.parse("2026-05-02T01:01:00Z"));
        assertThat(letters).containsExactly("have-a-look");

        days(80);
        assertThat(letters).startsWith("have-a-look", "tell-us");
    }

    @Test
    void who_left_a_cart_reads_of_it_and_who_bought_reads_that_it_has_been_a_while() {
        Line mug = new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
        ada = ada.with(ada.shopping()
                .withCart(new Cart("c-1", Set.of(), List.of(mug), 0, Optional.empty(), Optional.empty(), SEEN, SEEN)));
        days(61);
        assertThat(letters).containsExactly("your-cart-waits");

        ada = known("bob");
        letters.clear();
        now = SEEN;
        bought(ago(3));
        days(61);
        assertThat(letters).containsExactly("it-has-been-a-while");
    }

    @Test
    void who_buys_every_twenty_days_is_missed_after_thirty_and_who_buys_twice_a_year_is_not() {
        bought(ago(60), ago(40), ago(20), SEEN);
        days(29);
        assertThat(letters).isEmpty();
        days(31);
        assertThat(letters).containsExactly("it-has-been-a-while");

        ada = known("bob");
        letters.clear();
        now = SEEN;
        bought(ago(540), ago(360), ago(180), SEEN);
        days(170);
        assertThat(letters).isEmpty();
    }

    @Test
    void a_visit_puts_it_off_and_a_purchase_ends_it() {
        days(50);
        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        days(100);
        assertThat(letters).isEmpty();
        days(112);
        assertThat(letters).containsExactly("have-a-look");

        bought(now);
        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        days(140);
        assertThat(letters).containsExactly("have-a-look");
    }

    @Test
    void one_in_ten_is_held_out_always_the_same_and_gets_none_of_it() {
        int heldOut = 0;
        for (int i = 0; i < 400; i++) {
            ada = known("person-" + i);
            now = SEEN;
            letters.clear();
            days(61);
            heldOut += letters.isEmpty() ? 1 : 0;
            assertThat(ada.started()).hasSize(1);
        }
        assertThat(heldOut).isBetween(20, 65);
    }

    @Test
    void who_stays_silent_is_asked_once_and_let_go_and_any_sign_undoes_it() {
        days(110);

        assertThat(letters).containsSubsequence("have-a-look", "still-interested", "goodbye");
        assertThat(mayGetNews().reason()).contains("no sign of the customer for so long");

        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        assertThat(MayItGo.ask(ada, STORE, news(), now)).isNotInstanceOf(MayItGo.Answer.Skip.class);
    }

    @Test
    void who_answers_the_question_by_a_visit_is_not_told_goodbye() {
        days(93);
        assertThat(letters).contains("still-interested");

        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        days(110);

        assertThat(letters).doesNotContain("goodbye");
        assertThat(ada.letGoAt()).isEmpty();
    }

    private static MayItGo.Planned news() {
        return new MayItGo.Planned(
                MessageId.of(STORE.id(), "news", "1", "letter"),
                MessageClass.MARKETING,
                Terms.usual(MessageClass.MARKETING),
                Optional.of(new EmailAddress("ada@example.com")),
                0);
    }

    private MayItGo.Answer.Skip mayGetNews() {
        return (MayItGo.Answer.Skip) MayItGo.ask(ada, STORE, news(), now);
    }

    @Test
    void a_birthday_is_greeted_at_nine_once_a_year_and_on_the_28th_when_there_is_no_29th() {
        ada = ada.with(new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(SEOUL))
                .withDates(Map.of("birthday", MonthDay.of(2, 29))));
        // They visit now and then, so nothing else is due.
        for (int month = 1; month < 26; month++) {
            days(30 * month);
            ada = ada.with(ada.recentEvents().seen(Sign.VISIT, now));
        }

        assertThat(letters).containsExactly("happy-birthday", "happy-birthday");
        assertThat(ada.started())
                .extracting(Started::at)
                .allSatisfy(at -> assertThat(at.atZone(SEOUL).getDayOfMonth()).isIn(27, 28));
    }

    @Test
    void who_unsubscribed_is_never_looked_at() {
        ada = ada.with((Consent) new Consent.Withdrawn(SEEN, "page"));

        decide(new Input.Woke());

        assertThat(ada.alarmAt()).isEmpty();
    }

    @Test
    void what_a_condition_keeps_from_beginning_is_looked_at_again_a_month_later_and_not_every_night() {
        ada = ada.with(new Suppression("other@example.com", Suppression.Reason.HARD_BOUNCE, SEEN));
        ada = ada.withStarted(new Started("win-back", "ada", SEEN.plus(Duration.ofDays(59)), 1, false))
                .with(ada.recentEvents().seen(Sign.VISIT, SEEN.plus(Duration.ofDays(60))));
        now = SEEN.plus(Duration.ofDays(125));

        decide(new Input.Woke());

        assertThat(letters).isEmpty();
        assertThat(why).anySatisfy(reason -> assertThat(reason.flow()).isEqualTo("win-back"));
        assertThat(ada.alarmAt().orElseThrow()).isAfter(now.plus(Duration.ofDays(20)));
    }

    @Test
    void a_review_needs_no_schedule_and_a_cart_that_is_left_gets_its_own() {
        Decision decision = Decide.decide(ada, new Input.Woke(), STORE, FLOWS, now);

        assertThat(decision.next().alarmAt()).isPresent();
        assertThat(decision.alarm()).isEmpty();
    }

    @Test
    void refills_are_a_shadow_until_the_shop_wants_them() {
        Flow refill = FLOWS.named("replenishment").orElseThrow();

        assertThat(refill.mode()).isEqualTo(new Mode.Shadow());
        bought(ago(90), ago(60), ago(30), SEEN);
        days(30);

        assertThat(ada.started()).extracting(Started::flow).containsExactly("replenishment");
        assertThat(letters).isEmpty();
    }

    @Test
    void who_was_silent_long_before_an_import_is_not_written_to_for_it_before_they_give_a_sign() {
        ada = ada.with(ada.recentEvents().importedAt(Optional.of(SEEN.plus(Duration.ofDays(70)))));
        now = SEEN.plus(Duration.ofDays(70));

        assertThat(Upcoming.of(ada, STORE, FLOWS, now))
                .filteredOn(due -> Set.of("win-back", "sunset").contains(due.flow()))
                .hasSize(2)
                .allMatch(Upcoming::isHeld);
        days(400);
        assertThat(letters).isEmpty();

        Instant back = now;
        ada = ada.with(ada.recentEvents().seen(Sign.VISIT, back));
        until(back.plus(Duration.ofDays(61)));
        assertThat(letters).containsExactly("have-a-look");
    }

    @Test
    void who_goes_quiet_after_an_import_is_asked_back_on_the_day_that_their_orders_say() {
        bought(ago(60), ago(40), ago(20));
        ada = ada.with((Consent) new Consent.Given(ago(60), "import"))
                .with(RecentEvents.NONE.seen(Sign.ORDER, ago(20)).importedAt(Optional.of(SEEN)));

        days(9);
        assertThat(letters).isEmpty();
        days(11);
        assertThat(letters).containsExactly("it-has-been-a-while");
    }
}
