package comeback.message;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Frequency;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Sent;
import comeback.customer.Suppression;
import comeback.customer.Topic;
import comeback.customer.Wishes;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which message may go to whom: the whole table of class, consent, address and timing. */
class MayItGoTest {
    /** Noon in Istanbul, and the middle of New York's night. */
    private static final Instant NOON = Instant.parse("2026-03-02T09:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-03-02T20:00:00Z");
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final Store STORE = TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of());
    private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");

    /** What someone has said about marketing. */
    enum Said {
        YES,
        /** But nothing of this topic. */
        YES_TO_OTHERS,
        /** But not before the pause is over. */
        YES_LATER,
        NO,
        NOTHING_ONE_LEFT,
        NOTHING_NONE_LEFT
    }

    /** What is known of their address. */
    enum Inbox {
        GOOD,
        UNKNOWN,
        BOUNCED,
        COMPLAINED
    }

    /** What is to go. */
    enum Kind {
        TRANSACTIONAL,
        REQUESTED,
        MARKETING,
        MARKETING_AT_ONCE
    }

    /** What speaks against this moment. */
    enum Moment {
        FREE,
        CAPPED,
        AFTER_PURCHASE,
        NIGHT
    }

    record Case(Kind kind, Said said, Inbox inbox, Moment moment) {}

    static Stream<Case> everything() {
        List<Case> cases = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Said said : Said.values()) {
                for (Inbox inbox : Inbox.values()) {
                    for (Moment moment : Moment.values()) {
                        cases.add(new Case(kind, said, inbox, moment));
                    }
                }
            }
        }
        return cases.stream();
    }

    /** The table, read from the top: the first line that fits decides. */
    private static String expected(Case question) {
        String address = switch (question.inbox()) {
            case UNKNOWN -> "skip: no e-mail address is known";
            case BOUNCED -> "skip: mail to this address came back for good";
            case COMPLAINED -> "skip: the customer reported a mail as spam";
            case GOOD -> "";
        };
        if (!address.isEmpty()) {
            return address;
        }
        return switch (question.kind()) {
            case TRANSACTIONAL, REQUESTED -> "send";
            case MARKETING, MARKETING_AT_ONCE ->
                switch (question.said()) {
                    case NO -> "skip: the customer unsubscribed (form)";
                    case YES_TO_OTHERS -> "skip: the customer wants no reminders";
                    // What they did this minute is answered all the same.
                    case YES_LATER -> question.kind() == Kind.MARKETING_AT_ONCE ? "send" : "wait: pause";
                    case NOTHING_NONE_LEFT -> "skip: the customer has not agreed to marketing mail";
                    case YES, NOTHING_ONE_LEFT ->
                        question.kind() == Kind.MARKETING_AT_ONCE ? "send" : expected(question.moment());
                };
        };
    }

    private static String expected(Moment moment) {
        return switch (moment) {
            case FREE -> "send";
            case CAPPED -> "wait: cap";
            case AFTER_PURCHASE -> "wait: purchase-silence";
            case NIGHT -> "wait: quiet-hours";
        };
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_combination_is_answered_as_the_table_says(Case question) {
        assertThat(answer(question)).isEqualTo(expected(question));
    }

    private static String answer(Case question) {
        return switch (MayItGo.ask(customer(question), STORE, planned(question), now(question.moment()))) {
            case MayItGo.Answer.Send yes -> "send";
            case MayItGo.Answer.Wait later -> "wait: " + later.ruling().rule();
            case MayItGo.Answer.Skip no -> "skip: " + no.reason();
        };
    }

    private static Instant now(Moment moment) {
        return moment == Moment.NIGHT ? NIGHT : NOON;
    }

    private static Customer customer(Case question) {
        Customer ada = ada().with(
                        switch (question.said()) {
                            case YES -> new Consent.Given(NOON, "form");
                            case YES_TO_OTHERS -> wishing(Set.of(Topic.REMINDERS), Optional.empty());
                            case YES_LATER -> wishing(Set.of(), Optional.of(NOON.plus(Duration.ofDays(30))));
                            case NO -> new Consent.Withdrawn(NOON, "form");
                            case NOTHING_ONE_LEFT, NOTHING_NONE_LEFT -> Consent.unknown();
                        });
        Customer reachable = switch (question.inbox()) {
            case GOOD, UNKNOWN -> ada;
            case BOUNCED -> ada.with(new Suppression(ADDRESS.inbox(), Suppression.Reason.HARD_BOUNCE, NOON));
            case COMPLAINED -> ada.with(new Suppression(ADDRESS.inbox(), Suppression.Reason.COMPLAINT, NOON));
        };
        return switch (question.moment()) {
            case FREE, NIGHT -> reachable;
            case CAPPED -> got(reachable, MessageClass.MARKETING, NOON.minus(Duration.ofHours(20)));
            case AFTER_PURCHASE -> bought(reachable, NOON.minus(Duration.ofHours(20)));
        };
    }

    private static Consent wishing(Set<Topic> unwanted, Optional<Instant> pausedUntil) {
        return new Consent.Given(
                NOON, "form", new Wishes(unwanted, Frequency.AS_IT_COMES, pausedUntil, Optional.empty()));
    }

    private static Customer wanting(Frequency frequency) {
        return ada().with((Consent)
                new Consent.Given(NOON, "form", new Wishes(Set.of(), frequency, Optional.empty(), Optional.empty())));
    }

    @Test
    void who_wants_one_mail_a_week_gets_no_second_within_it_though_the_shop_would_send_three() {
        Customer weekly = got(wanting(Frequency.WEEKLY), MessageClass.MARKETING, NOON.minus(Duration.ofDays(3)));

        assertThat(ask(wanting(Frequency.WEEKLY), STORE, false, NOON)).isInstanceOf(MayItGo.Answer.Send.class);
        assertThat(waits(weekly, STORE, NOON).ruling().rule()).isEqualTo("cap");
        assertThat(ask(weekly, STORE, false, NOON.plus(Duration.ofDays(4)))).isInstanceOf(MayItGo.Answer.Send.class);
        assertThat(ask(ada(), STORE, false, NOON)).isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void who_wants_one_mail_a_month_gets_no_second_within_it() {
        Customer monthly = got(wanting(Frequency.MONTHLY), MessageClass.MARKETING, NOON.minus(Duration.ofDays(29)));

        assertThat(waits(monthly, STORE, NOON).ruling().rule()).isEqualTo("cap");
        assertThat(ask(monthly, STORE, false, NOON.plus(Duration.ofDays(1)))).isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void a_storefront_that_repeats_a_yes_does_not_undo_what_they_chose() {
        Consent chosen = wishing(Set.of(Topic.OFFERS), Optional.empty());

        Consent repeated = chosen.then(new Consent.Given(NOON.plusSeconds(60), "identify"));

        assertThat(repeated.wishes()).isEqualTo(chosen.wishes());
        assertThat(repeated.merge(wishing(Set.of(Topic.NEWS), Optional.empty()))
                        .wishes()
                        .unwanted())
                .containsExactlyInAnyOrder(Topic.OFFERS, Topic.NEWS);
    }

    private static Customer ada() {
        return Customer.unknown(CustomerId.of(Ref.user("ada")))
                .with((Consent) new Consent.Given(NOON, "form"))
                .with(new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ISTANBUL)));
    }

    private static Customer got(Customer customer, MessageClass messageClass, Instant at) {
        String mark = ("m" + at.getEpochSecond()).substring(3);
        return customer.with(customer.recentMails().with(new Sent(mark, "news", messageClass, at)));
    }

    private static Customer bought(Customer customer, Instant at) {
        return customer.with(
                customer.shopping().with(new OrderState(new OrderId("1001"), at, OrderState.Stage.PLACED)));
    }

    private static MayItGo.Planned planned(Case question) {
        MessageClass messageClass = switch (question.kind()) {
            case TRANSACTIONAL -> MessageClass.TRANSACTIONAL;
            case REQUESTED -> MessageClass.REQUESTED;
            case MARKETING, MARKETING_AT_ONCE -> MessageClass.MARKETING;
        };
        return new MayItGo.Planned(
                id("cart-1"),
                messageClass,
                new Terms(question.kind() == Kind.MARKETING_AT_ONCE, true, Duration.ofHours(24)),
                question.inbox() == Inbox.UNKNOWN ? Optional.empty() : Optional.of(ADDRESS),
                question.said() == Said.NOTHING_ONE_LEFT ? 1 : 0);
    }

    private static MessageId id(String key) {
        return MessageId.of(STORE.id(), "cart", key, "need-help");
    }

    private static MayItGo.Answer ask(Customer customer, Store store, boolean isOnLadder, Instant now) {
        Terms terms = new Terms(false, isOnLadder, Duration.ofHours(24));
        return MayItGo.ask(
                customer,
                store,
                new MayItGo.Planned(id("cart-1"), MessageClass.MARKETING, terms, Optional.of(ADDRESS), 0),
                now);
    }

    private static MayItGo.Answer.Wait waits(Customer customer, Store store, Instant now) {
        return (MayItGo.Answer.Wait) ask(customer, store, true, now);
    }

    @Test
    void the_night_ends_at_eight_by_the_customers_clock_and_the_mail_comes_within_the_half_hour_after() {
        MayItGo.Answer.Wait wait = waits(ada(), STORE, NIGHT);

        LocalTime local = wait.until().atZone(ISTANBUL).toLocalTime();
        assertThat(local).isBetween(LocalTime.of(8, 1), LocalTime.of(8, 30));
        assertThat(wait.reason())
                .isEqualTo("waits until " + wait.until()
                        + ": quiet hours from 21:00 to 08:00 in Europe/Istanbul (it will be " + local + " there)");
    }

    @Test
    void who_told_no_zone_sleeps_when_the_shop_sleeps() {
        Customer nowhere = ada().with(Profile.EMPTY);
        Instant morningInNewYork = Instant.parse("2026-03-02T15:00:00Z");

        // Noon in Istanbul is four in the morning in New York, where the shop is.
        assertThat(ask(nowhere, STORE, false, NOON)).isInstanceOf(MayItGo.Answer.Wait.class);
        assertThat(ask(nowhere, STORE, false, morningInNewYork)).isEqualTo(new MayItGo.Answer.Send());
    }

    @Test
    void a_mornings_mails_are_spread_and_each_always_comes_at_its_own_minute() {
        Set<Instant> minutes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            MayItGo.Planned planned = new MayItGo.Planned(
                    id("cart-" + i),
                    MessageClass.MARKETING,
                    Terms.usual(MessageClass.MARKETING),
                    Optional.of(ADDRESS),
                    0);
            MayItGo.Answer answer = MayItGo.ask(ada(), STORE, planned, NIGHT);
            assertThat(MayItGo.ask(ada(), STORE, planned, NIGHT.plusSeconds(3600)))
                    .isEqualTo(answer);
            minutes.add(((MayItGo.Answer.Wait) answer).until());
        }

        assertThat(minutes).hasSize(Timing.SPREAD_MINUTES);
    }

    @Test
    void what_a_cap_holds_up_into_the_night_waits_for_the_morning_and_both_are_told() {
        Customer ada = got(ada(), MessageClass.MARKETING, NOON);

        MayItGo.Answer.Wait wait = waits(ada, store(Duration.ZERO), NOON.plus(Duration.ofHours(12)));

        // The cap would let it go at ten in the morning: the night is over then.
        assertThat(wait.until()).isEqualTo(NOON.plus(Duration.ofHours(22)));
        Customer late = got(ada(), MessageClass.MARKETING, NIGHT.plus(Duration.ofHours(2)));
        MayItGo.Answer.Wait later = waits(late, store(Duration.ZERO), NIGHT.plus(Duration.ofHours(4)));
        assertThat(later.until()).isAfter(NIGHT.plus(Duration.ofHours(24)));
        assertThat(later.reason()).contains("at most 1 marketing mail in 24 hours", "; then quiet hours from 21:00");
    }

    private static Store store(Duration silence) {
        return TestStores.named("demo", MarketingPolicy.DEFAULT.withSilenceAfterPurchase(silence), Set.of());
    }

    @Test
    void receipts_and_a_welcome_do_not_use_up_the_days_advertisement() {
        Customer ada = got(
                got(ada(), MessageClass.TRANSACTIONAL, NOON.minusSeconds(60)),
                MessageClass.REQUESTED,
                NOON.minusSeconds(50));

        assertThat(ask(ada, STORE, false, NOON)).isEqualTo(new MayItGo.Answer.Send());
    }

    @Test
    void a_second_attempt_at_a_mail_is_not_held_up_by_the_first() {
        Customer ada = ada();
        Customer tried = ada.with(ada.recentMails()
                .with(new Sent(id("cart-1").mark(), "cart", MessageClass.MARKETING, NOON.minusSeconds(60))));

        assertThat(ask(tried, STORE, false, NOON)).isEqualTo(new MayItGo.Answer.Send());
    }

    @Test
    void a_purchase_silences_reminders_only_and_not_when_it_was_cancelled() {
        Customer ada = bought(ada(), NOON.minus(Duration.ofHours(20)));

        assertThat(ask(ada, STORE, false, NOON)).isEqualTo(new MayItGo.Answer.Send());
        assertThat(waits(ada, STORE, NOON).until()).isEqualTo(NOON.plus(Duration.ofHours(4)));
        assertThat(ask(ada, STORE, true, NOON.plus(Duration.ofHours(4)))).isEqualTo(new MayItGo.Answer.Send());
        Customer cancelled = ada.with(ada.shopping()
                .with(new OrderState(
                        new OrderId("1001"), NOON.minus(Duration.ofHours(20)), OrderState.Stage.CANCELLED)));
        assertThat(ask(cancelled, STORE, true, NOON)).isEqualTo(new MayItGo.Answer.Send());
    }

    @Test
    void in_every_zone_whoever_waits_is_let_go_when_the_wait_is_over() {
        for (String name : ZoneId.getAvailableZoneIds()) {
            Customer ada = ada().with(new Profile(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ZoneId.of(name))));
            for (int hours = 0; hours < 24 * 366; hours += 5) {
                Instant at = NOON.plus(Duration.ofHours(hours));
                if (ask(ada, STORE, false, at) instanceof MayItGo.Answer.Wait wait) {
                    boolean isRight = wait.until().isAfter(at)
                            && Duration.between(at, wait.until()).compareTo(Duration.ofHours(13)) < 0
                            && ask(ada, STORE, false, wait.until()) instanceof MayItGo.Answer.Send;
                    assertThat(isRight).as("%s at %s: %s", name, at, wait).isTrue();
                }
            }
        }
    }
}
