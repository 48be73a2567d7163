package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.customer.About;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Sent;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flow.Input;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.render.Letters;
import comeback.store.KeyClass;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Path TEMPLATES = Path.of("..", "..", "templates");
    private static final Letters LETTERS = Letters.read(TEMPLATES);
    private static final Flows FLOWS = FlowFiles.read(TEMPLATES);
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));

    private final TablePorts table = new InMemoryTable().ports();
    private final InMemoryMailer mailer = new InMemoryMailer();
    private Instant now = Samples.NOW;
    private int owners;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), new InMemoryAlarms(), () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final Sending sending = new Sending(
            table.stores(),
            table.customers(),
            table.messages(),
            table.orders(),
            new Shelves(new InMemoryCatalogue(), new InMemoryWaves()),
            new Composer(() -> LETTERS, "https://api.example"),
            mailer,
            () -> now,
            () -> "owner-" + ++owners);

    @BeforeEach
    void a_customer_has_left_a_cart_and_the_first_reminder_is_due() {
        table.stores().save(STORE);
        decisions.happened(
                STORE,
                new StoreEvent(
                        "e-1",
                        "test",
                        now,
                        now,
                        List.of(Ref.user("ada")),
                        Optional.of(new EmailAddress("ada@example.com")),
                        true,
                        new Profile(Optional.of("Ada"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Consent.Given(now, "form"),
                        KeyClass.SECRET,
                        false,
                        new Event.ProductAdded(mug(), CartRef.UNNAMED)),
                Map.of());
        now = now.plusSeconds(3600);
        decisions.woke(STORE, ADA);
    }

    private static Line mug() {
        return new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    private MessageId reminder() {
        About.TheCart about =
                new About.TheCart(ada().shopping().cart().orElseThrow().id());
        return MessageId.of(STORE.id(), "cart", about.cartId(), "need-help");
    }

    private MessageState state(MessageId id) {
        return table.messages().find(STORE.id(), id).map(Message::state).orElseThrow();
    }

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
    void a_certain_refusal_gives_the_claim_back_for_later() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("DUE");
        assertThat(state(id)).isEqualTo(new MessageState.Due(now.plus(Sending.BACK_OFF), 0));
        assertThat(sending.send(STORE.id(), id)).isEqualTo("not yet due");

        mailer.recover();
        now = now.plus(Sending.BACK_OFF);
        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
    }

    @Test
    void what_ses_will_never_take_is_failed_with_its_reason() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.Never("MessageRejected"));

        assertThat(sending.send(STORE.id(), id)).isEqualTo("FAILED");
        assertThat(state(id)).isEqualTo(new MessageState.Failed("MessageRejected", now));
    }

    @Test
    void a_lost_answer_leaves_the_claim_and_nobody_asks_again() {
        MessageId id = reminder();
        mailer.answerWith(mail -> {
            mailer.take(mail);
            return new Mailer.Answer.Unclear("no answer from SES");
        });

        assertThat(sending.send(STORE.id(), id)).startsWith("unclear");
        assertThat(sending.send(STORE.id(), id)).isEqualTo("not due: CLAIMED");

        assertThat(mailer.taken()).hasSize(1);
    }

    private void remembers(Sent mail) {
        Customer ada = ada().with(ada().recentMails().with(mail));
        table.customers()
                .commit(STORE.id(), new Commit(ada, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
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
    void a_reminder_whose_first_attempt_ses_refused_is_not_its_own_obstacle() {
        MessageId id = reminder();
        mailer.answerWith(mail -> new Mailer.Answer.NotNow("TooManyRequestsException"));
        sending.send(STORE.id(), id);
        mailer.recover();
        now = now.plus(Sending.BACK_OFF);

        assertThat(sending.send(STORE.id(), id)).isEqualTo("ACCEPTED");
        assertThat(ada().recentMails().sent()).hasSize(1);
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
