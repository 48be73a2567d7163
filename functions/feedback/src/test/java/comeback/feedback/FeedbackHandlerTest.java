package comeback.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryTable;
import comeback.commit.LogEntry;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Suppression;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedbackHandlerTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final MessageId RECEIPT =
            MessageId.of(STORE.id(), "order-confirmation", "1001", "thanks-for-your-order");

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), new InMemoryAlarms(), () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final FeedbackHandler feedback = new FeedbackHandler(
            table.stores(), table.customers(), table.messages(), memory.engagements(), decisions, () -> now);

    @BeforeEach
    void ada_has_bought_something_and_her_confirmation_was_accepted() {
        table.stores().save(STORE);
        decisions.happened(
                STORE,
                new StoreEvent(
                        "e-1",
                        "test",
                        now,
                        now,
                        List.of(Ref.user("ada")),
                        Optional.of(new EmailAddress("Ada@example.com")),
                        true,
                        Profile.EMPTY,
                        new Consent.Given(now, "form"),
                        KeyClass.SECRET,
                        false,
                        new Event.OrderCompleted(Samples.order(), Set.of())),
                Map.of());
        table.messages().change(receipt(), new MessageState.Accepted("ses-1", now));
    }

    private Message receipt() {
        return table.messages().find(STORE.id(), RECEIPT).orElseThrow();
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    private String tell(String type, Map<String, Object> block) {
        return tell(type, block, RECEIPT.value());
    }

    private String tell(String type, Map<String, Object> block, String messageId) {
        return feedback.handleRequest(event(type, block, messageId), new QuietContext());
    }

    private static ScheduledEvent event(String type, Map<String, Object> block, String messageId) {
        String blockName = Character.toLowerCase(type.charAt(0)) + type.substring(1);
        ScheduledEvent event = new ScheduledEvent();
        event.setSource("aws.ses");
        event.setDetailType(type);
        event.setDetail(Map.of(
                "eventType",
                type,
                "mail",
                Map.of(
                        "messageId",
                        "ses-1",
                        "timestamp",
                        "2026-03-02T09:00:01.000Z",
                        "destination",
                        List.of("ada@example.com"),
                        "tags",
                        Map.of(
                                "store", List.of("demo"),
                                "id", List.of(messageId),
                                "ses:configuration-set", List.of("comeback"))),
                blockName,
                block));
        return event;
    }

    private static Map<String, Object> bounce(String bounceType) {
        return Map.of(
                "bounceType",
                bounceType,
                "timestamp",
                "2026-03-02T09:00:02.000Z",
                "bouncedRecipients",
                List.of(Map.of("emailAddress", "ada@example.com")));
    }

    @Test
    void that_a_receipt_left_is_told_to_the_log_as_the_metric_filter_looks_for_it_and_names_nobody() {
        var context = new QuietContext();

        feedback.handleRequest(event("Send", Map.of(), RECEIPT.value()), context);

        assertThat(context.lines())
                .singleElement()
                .asString()
                .contains("\"did\":\"sent\"", "\"flow\":\"order-confirmation\"")
                .doesNotContainIgnoringCase("ada");
    }

    @Test
    void a_delivery_stands_on_the_message_and_in_the_timeline() {
        tell("Delivery", Map.of("timestamp", "2026-03-02T09:00:03.000Z"));

        assertThat(receipt().feedback())
                .contains(new Feedback(Feedback.Kind.DELIVERED, Instant.parse("2026-03-02T09:00:03Z")));
        assertThat(memory.timeline(STORE.id(), ADA))
                .extracting(LogEntry::name)
                .containsExactly("Order Completed", "Email Delivered");
    }

    @Test
    void a_click_and_a_look_stand_on_the_letter_and_nothing_is_decided_by_them_yet() {
        var click = Map.<String, Object>of(
                "timestamp", "2026-03-02T09:10:00.123Z",
                "ipAddress", "198.51.100.7",
                "link", "https://shop.example/mug?token=secret",
                "userAgent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0");
        Customer before = ada();

        assertThat(tell("Click", click)).isEqualTo("KEPT");
        assertThat(tell("Click", click)).isEqualTo("KNOWN");
        assertThat(tell("Open", Map.of("timestamp", "2026-03-02T09:09:00Z", "userAgent", "Mozilla/5.0")))
                .isEqualTo("KEPT");

        assertThat(receipt().touches().clicks()).hasSize(1);
        assertThat(receipt().touches().opens()).hasSize(1);
        assertThat(receipt().toString()).doesNotContain("secret", "198.51.100.7");
        assertThat(ada()).isEqualTo(before);
    }

    @Test
    void a_click_on_a_letter_whose_answer_was_lost_also_says_that_it_went() {
        var receipt = receipt();
        table.messages().change(receipt, new MessageState.Claimed("me", now, 1));

        assertThat(tell("Click", Map.of("timestamp", "2026-03-02T09:10:00Z", "link", "https://shop.example/")))
                .isEqualTo("KEPT");

        assertThat(receipt().state()).isInstanceOf(MessageState.Accepted.class);
    }

    @Test
    void a_click_on_a_letter_that_is_not_ours_or_was_taken_away_does_nothing() {
        var click = Map.<String, Object>of("timestamp", "2026-03-02T09:10:00Z");

        assertThat(tell("Click", click, "a".repeat(26))).isEqualTo("NO_LETTER");
        assertThat(tell("Click", click, "no id")).isEqualTo("not about a mail of ours");
        assertThat(tell("Click", Map.of())).isEqualTo("not about a mail of ours");
    }

    @Test
    void an_address_that_bounces_for_good_is_written_to_no_more() {
        tell("Bounce", bounce("Permanent"));

        assertThat(ada().isSuppressed(new EmailAddress("Ada@example.com"))).isTrue();
        assertThat(receipt().feedback().orElseThrow().kind()).isEqualTo(Feedback.Kind.HARD_BOUNCE);
        assertThat(ada().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void a_full_mailbox_is_no_reason_to_stop_writing() {
        tell("Bounce", bounce("Transient"));

        assertThat(ada().suppressions()).isEmpty();
        assertThat(receipt().feedback().orElseThrow().kind()).isEqualTo(Feedback.Kind.SOFT_BOUNCE);
    }

    @Test
    void who_reports_spam_has_unsubscribed_too() {
        tell("Complaint", Map.of("timestamp", "2026-03-02T09:10:00.000Z"));

        assertThat(ada().suppressions()).extracting(Suppression::reason).containsExactly(Suppression.Reason.COMPLAINT);
        assertThat(ada().consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void the_timeline_says_by_which_letter_a_spam_report_came() {
        tell("Complaint", Map.of("timestamp", "2026-03-02T09:10:00.000Z"));

        LogEntry line = memory.timeline(STORE.id(), ADA).getLast();
        assertThat(line.name()).isEqualTo("Email Complaint");
        assertThat(line.messages()).containsExactly(RECEIPT);
    }

    @Test
    void the_same_report_eight_times_is_once() {
        for (int i = 0; i < 8; i++) {
            tell("Bounce", bounce("Permanent"));
        }

        assertThat(ada().suppressions()).hasSize(1);
        assertThat(ada().version()).isEqualTo(2);
    }

    @Test
    void a_late_delivery_does_not_hide_a_complaint() {
        tell("Complaint", Map.of("timestamp", "2026-03-02T09:10:00.000Z"));
        tell("Delivery", Map.of("timestamp", "2026-03-02T09:00:03.000Z"));

        assertThat(receipt().feedback().orElseThrow().kind()).isEqualTo(Feedback.Kind.COMPLAINT);
    }

    @Test
    void ses_own_word_settles_a_message_whose_answer_was_lost() {
        Message born = receipt();
        MessageState.Claimed claimed = new MessageState.Claimed("lost", now.plusSeconds(90), 1);
        table.messages().change(born, claimed);

        tell("Send", Map.of());

        assertThat(receipt().state()).isEqualTo(new MessageState.Accepted("ses-1", now));
    }

    @Test
    void ses_own_word_takes_a_receipt_off_the_list_of_which_nobody_knew() {
        table.messages().change(receipt(), new MessageState.Unknown(now));
        assertThat(table.dueItems().flagged(10)).hasSize(1);

        tell("Send", Map.of());

        assertThat(receipt().state()).isEqualTo(new MessageState.Accepted("ses-1", now));
        assertThat(table.dueItems().flagged(10)).isEmpty();
    }

    @Test
    void failure_mode_12_a_late_word_of_ses_stops_the_second_attempt_that_the_sweeper_asked_for() {
        table.messages().change(receipt(), new MessageState.Due(now, 1));

        tell("Send", Map.of());

        assertThat(receipt().state()).isEqualTo(new MessageState.Accepted("ses-1", now));
    }

    @Test
    void failure_mode_25_a_report_about_a_receipt_that_was_never_handed_over_sends_nothing_and_settles_nothing() {
        MessageState.Due due = new MessageState.Due(now, 0);
        table.messages().change(receipt(), due);

        tell("Send", Map.of());

        assertThat(receipt().state()).isEqualTo(due);
    }

    @Test
    void a_report_about_a_mail_that_is_not_ours_changes_nothing() {
        assertThat(tell(
                        "Bounce",
                        bounce("Permanent"),
                        MessageId.of(STORE.id(), "x", "y", "z").value()))
                .isEqualTo("unknown message");
        assertThat(tell("Bounce", bounce("Permanent"), "not one of our ids")).isEqualTo("not about a mail of ours");
        assertThat(ada().suppressions()).isEmpty();
    }

    @Test
    void nothing_personal_is_logged() {
        QuietContext context = new QuietContext();
        ScheduledEvent event = new ScheduledEvent();
        event.setDetailType("Email Bounced");
        event.setDetail(Map.of("eventType", "Bounce", "bounce", bounce("Permanent")));

        feedback.handleRequest(event, context);

        assertThat(context.lines()).noneMatch(line -> line.contains("@"));
    }
}
