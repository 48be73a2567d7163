package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.Commit;
import comeback.commit.Samples;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Order;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Sent;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Input;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SendingTest extends SendingWorld {
    @Test
    void a_due_reminder_goes_to_the_customer_with_a_way_out_and_our_tags() {
        assertThat(sending.send(STORE.id(), reminder())).isEqualTo("ACCEPTED");

        Mail mail = mailer.taken().getFirst();
        assertThat(mail.to()).isEqualTo(new EmailAddress("ada@example.com"));
        assertThat(mail.headers())
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .hasEntrySatisfying(
                        "List-Unsubscribe", link -> assertThat(link).startsWith("<https://api.example/u/demo." + ADA));
        assertThat(mail.tags())
                .containsEntry("store", "demo")
                .containsEntry("id", reminder().value())
                .containsEntry("flow", "cart")
                .containsEntry("message", "need-help")
                .containsEntry("class", "marketing");
        assertThat(mail.letter().html()).contains("Mug");
    }

    @Test
    void a_message_shown_to_us_five_times_goes_once() {
        for (int i = 0; i < 5; i++) {
            sending.send(STORE.id(), reminder());
        }

        assertThat(mailer.taken()).hasSize(1);
    }

    @Test
    void someone_who_unsubscribes_after_the_decision_gets_no_mail() {
        MessageId id = reminder();
        decisions.askedToStop(STORE, ADA, new Input.AskedToStop(now, "one-click"));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("SKIPPED");
        assertThat(mailer.taken()).isEmpty();
        assertThat(state(id)).isInstanceOfSatisfying(MessageState.Skipped.class, skipped -> {
            assertThat(skipped.reason()).isEqualTo("the customer unsubscribed (one-click)");
            assertThat(skipped.ruling().orElseThrow().otherwise())
                    .isEqualTo("It would have gone, had the customer agreed to marketing mail again.");
        });
    }

    @Test
    void someone_who_buys_after_the_decision_gets_no_reminder() {
        MessageId id = reminder();
        Customer bought = ada().with(ada().shopping().closedAt(now, List.of()));
        table.customers()
                .commit(STORE.id(), new Commit(bought, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("SKIPPED");
        assertThat(mailer.taken()).isEmpty();
    }

    @Test
    void what_was_sent_is_remembered_with_the_customer() {
        MessageId id = reminder();
        Message asBorn = table.messages().find(STORE.id(), id).orElseThrow();

        sending.send(STORE.id(), id);

        assertThat(ada().recentMails().sent()).containsExactly(asBorn.sentAt(now));
        assertThat(asBorn.sentAt(now))
                .extracting(Sent::mark, Sent::flow, Sent::countsAs, Sent::bornAt)
                .containsExactly(id.mark(), "cart", MessageClass.MARKETING, asBorn.bornAt());
    }

    @Test
    void a_reminder_waits_when_another_mail_went_between_the_decision_and_the_claim() {
        MessageId id = reminder();
        remembers(new Sent("aaaaaaaa", "news", MessageClass.MARKETING, now));
        Instant room = now.plus(Duration.ofHours(22));

        assertThat(sending.send(STORE.id(), id)).startsWith("DUE: waits until " + room);
        assertThat(state(id)).isEqualTo(new MessageState.Due(room, 0));
        assertThat(mailer.taken()).isEmpty();

        now = room;
        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
    }

    @Test
    void a_reminder_that_ses_did_not_take_for_hours_does_not_come_after_the_next_one() {
        MessageId id = reminder();
        String journey =
                table.messages().find(STORE.id(), id).orElseThrow().sentAt(now).journey();
        now = now.plus(Duration.ofHours(23));
        remembers(new Sent("aaaaaaaa", "cart", MessageClass.REQUESTED, now, journey, now));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("SKIPPED");

        assertThat(((MessageState.Skipped) state(id)).reason())
                .isEqualTo("a later letter of the same kind has gone meanwhile");
    }

    @Test
    void a_letter_of_another_cart_does_not_stop_it_nor_an_earlier_one_of_the_same() {
        MessageId id = reminder();
        Sent asItWouldBe = table.messages().find(STORE.id(), id).orElseThrow().sentAt(now);
        Instant before = asItWouldBe.bornAt().minusSeconds(60);
        remembers(new Sent("aaaaaaaa", "cart", MessageClass.REQUESTED, now, asItWouldBe.journey(), before));
        remembers(new Sent("bbbbbbbb", "cart", MessageClass.REQUESTED, now, "oths", now.plusSeconds(1)));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
    }

    @Test
    void a_reminder_that_would_have_to_wait_too_long_is_skipped_and_says_why() {
        MessageId id = reminder();
        for (int days = 1; days <= 3; days++) {
            remembers(new Sent("aaaaaaa" + days, "news", MessageClass.MARKETING, now.minus(Duration.ofDays(days))));
        }

        assertThat(sending.send(STORE.id(), id)).isEqualTo("SKIPPED");
        assertThat(((MessageState.Skipped) state(id)).reason())
                .startsWith("not worth sending so late: waits until ")
                .contains("at most 3 marketing mails in 7 days");
    }

    @Test
    void a_reminder_born_before_nine_in_the_evening_and_claimed_after_waits_for_the_morning() {
        MessageId id = reminder();
        table.stores().save(TestStores.named("demo", MarketingPolicy.DEFAULT, Set.of()));

        // Ten in the morning in London is five in New York, where the shop is.
        assertThat(sending.send(STORE.id(), id)).startsWith("DUE: waits until 2026-03-02T13:");
        assertThat(mailer.taken()).isEmpty();
    }

    @Test
    void a_message_nobody_knows_is_no_error() {
        assertThat(sending.send(STORE.id(), MessageId.of(STORE.id(), "cart", "other", "need-help")))
                .isEqualTo("unknown");
    }

    @Test
    void an_order_that_overtakes_who_placed_it_is_confirmed_when_they_are_known() {
        decisions.happened(
                STORE, by("bora", Optional.empty(), new Event.OrderCompleted(anonymous("1001"), Set.of())), Map.of());
        MessageId id = MessageId.of(STORE.id(), "order-confirmation", "1001", "thanks-for-your-order");

        assertThat(sending.send(STORE.id(), id)).isEqualTo("DUE: no e-mail address is known yet");
        assertThat(sending.send(STORE.id(), id)).isEqualTo("not yet due");
        decisions.happened(
                STORE,
                by("bora", Optional.of(new EmailAddress("bora@example.com")), new Event.CustomerUpdated()),
                Map.of());
        now = now.plus(Sending.ADDRESS_AGAIN_AFTER);

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
    }

    @Test
    void an_order_of_somebody_who_stays_unknown_is_looked_at_seven_times_and_let_go() {
        decisions.happened(
                STORE, by("bora", Optional.empty(), new Event.OrderCompleted(anonymous("1001"), Set.of())), Map.of());
        MessageId id = MessageId.of(STORE.id(), "order-confirmation", "1001", "thanks-for-your-order");
        int looks = 0;

        while (state(id) instanceof MessageState.Due due) {
            now = due.at().isAfter(now) ? due.at() : now;
            sending.send(STORE.id(), id);
            looks++;
        }

        assertThat(state(id))
                .isInstanceOfSatisfying(
                        MessageState.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo("no e-mail address is known"));
        assertThat(looks).isEqualTo(8);
    }

    private StoreEvent by(String user, Optional<EmailAddress> email, Event event) {
        return new StoreEvent(
                event.name(),
                "test",
                now,
                now,
                List.of(Ref.user(user)),
                email,
                true,
                Profile.EMPTY,
                Consent.unknown(),
                KeyClass.SECRET,
                false,
                event);
    }

    /** An order that does not say where its letters go. */
    private static Order anonymous(String id) {
        Order order = Samples.order(id);
        return new Order(
                order.id(),
                order.number(),
                order.placedAt(),
                order.payment(),
                order.lines(),
                0,
                new Order.Amounts(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
