package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.Commit;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Sent;
import comeback.flow.Input;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.MarketingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

        sending.send(STORE.id(), id);

        assertThat(ada().recentMails().sent())
                .containsExactly(new Sent(id.mark(), "cart", MessageClass.MARKETING, now));
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
}
