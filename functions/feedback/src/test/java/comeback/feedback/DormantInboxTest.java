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
import comeback.message.MayItGo;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.Terms;
import comeback.store.KeyClass;
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

/** Mails that come back for a while: a full mailbox, a server that is down. Ada has bought four times. */
class DormantInboxTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), new InMemoryAlarms(), () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final FeedbackHandler feedback = new FeedbackHandler(
            table.stores(), table.customers(), table.messages(), memory.engagements(), decisions, () -> now);

    @BeforeEach
    void ada_has_bought_four_times() {
        table.stores().save(STORE);
        for (int i = 1; i <= 4; i++) {
            decisions.happened(
                    STORE,
                    new StoreEvent(
                            "e-" + i,
                            "test",
                            now,
                            now,
                            List.of(Ref.user("ada")),
                            Optional.of(ADDRESS),
                            true,
                            Profile.EMPTY,
                            new Consent.Given(now, "form"),
                            KeyClass.SECRET,
                            false,
                            new Event.OrderCompleted(Samples.order("100" + i), Set.of())),
                    Map.of());
        }
    }

    private static MessageId receipt(int order) {
        return MessageId.of(STORE.id(), "order-confirmation", "100" + order, "thanks-for-your-order");
    }

    private void comesBack(int order) {
        bounce(order, "Transient", "5.2.2");
    }

    private void bounce(int order, String type, String status) {
        tell(
                order,
                "Bounce",
                Map.of(
                        "bounceType",
                        type,
                        "timestamp",
                        now.toString(),
                        "bouncedRecipients",
                        List.of(Map.of("emailAddress", "Ada@example.com", "status", status))));
    }

    private void arrives(int order) {
        tell(order, "Delivery", Map.of("timestamp", now.toString()));
    }

    private void tell(int order, String type, Map<String, Object> block) {
        ScheduledEvent event = new ScheduledEvent();
        event.setDetailType(type);
        event.setDetail(Map.of(
                "eventType",
                type,
                "mail",
                Map.of(
                        "messageId",
                        "ses-" + order,
                        "timestamp",
                        now.toString(),
                        "destination",
                        List.of("ada@example.com"),
                        "tags",
                        Map.of(
                                "store",
                                List.of("demo"),
                                "id",
                                List.of(receipt(order).value()))),
                Character.toLowerCase(type.charAt(0)) + type.substring(1),
                block));
        feedback.handleRequest(event, new QuietContext());
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    private MayItGo.Answer mayGo(MessageClass messageClass) {
        Terms atOnce = new Terms(true, false, DAY);
        return MayItGo.ask(
                ada(),
                STORE,
                new MayItGo.Planned(
                        MessageId.of(STORE.id(), "welcome", "-", "hello"),
                        messageClass,
                        atOnce,
                        Optional.of(ADDRESS),
                        0),
                now);
    }

    @Test
    void after_three_mails_in_a_row_that_came_back_marketing_rests_and_says_why_and_receipts_still_try() {
        comesBack(1);
        comesBack(2);
        assertThat(mayGo(MessageClass.MARKETING)).isInstanceOf(MayItGo.Answer.Send.class);

        comesBack(3);

        assertThat(mayGo(MessageClass.MARKETING))
                .isInstanceOfSatisfying(
                        MayItGo.Answer.Skip.class,
                        skip -> assertThat(skip.reason()).startsWith("the last 3 mails to this address came back"));
        assertThat(mayGo(MessageClass.TRANSACTIONAL)).isInstanceOf(MayItGo.Answer.Send.class);
        assertThat(mayGo(MessageClass.REQUESTED)).isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void a_mail_that_arrives_ends_it() {
        comesBack(1);
        comesBack(2);
        comesBack(3);
        now = now.plus(DAY);

        arrives(4);

        assertThat(mayGo(MessageClass.MARKETING)).isInstanceOf(MayItGo.Answer.Send.class);
        assertThat(ada().recentMails().returned()).isEmpty();
    }

    @Test
    void a_delivery_from_before_the_trouble_that_is_told_late_does_not_end_it() {
        now = now.plus(DAY);
        comesBack(1);
        comesBack(2);
        comesBack(3);
        now = now.minus(DAY);

        arrives(4);

        assertThat(ada().recentMails().isDormant(ADDRESS.inbox(), now)).isTrue();
    }

    @Test
    void the_same_report_eight_times_counts_once() {
        for (int i = 0; i < 8; i++) {
            comesBack(1);
        }

        assertThat(ada().recentMails().returned()).hasSize(1);
        assertThat(mayGo(MessageClass.MARKETING)).isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void after_two_weeks_marketing_is_tried_again() {
        comesBack(1);
        comesBack(2);
        comesBack(3);

        now = now.plus(Duration.ofDays(14));

        assertThat(mayGo(MessageClass.MARKETING)).isInstanceOf(MayItGo.Answer.Send.class);
    }

    @Test
    void another_address_of_the_same_customer_is_not_dormant() {
        comesBack(1);
        comesBack(2);
        comesBack(3);

        assertThat(ada().recentMails().isDormant("ada@other.example", now)).isFalse();
    }

    @Test
    void a_domain_that_does_not_exist_is_for_good_whatever_ses_calls_it() {
        bounce(1, "Transient", "5.4.4");

        assertThat(ada().suppressions())
                .extracting(Suppression::reason)
                .containsExactly(Suppression.Reason.HARD_BOUNCE);
    }

    @Test
    void a_delivery_where_nothing_came_back_changes_no_customer() {
        long version = ada().version();

        arrives(1);

        assertThat(ada().version()).isEqualTo(version);
        assertThat(memory.timeline(STORE.id(), ADA)).extracting(LogEntry::name).contains("Email Delivered");
    }
}
