package comeback.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryTable;
import comeback.commit.LogEntry;
import comeback.commit.TablePorts;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.flow.Flows;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody chose at SES, where a deployment has it put links of its own into letters. */
class SubscriptionTest {
    private static final Store STORE = TestStores.demo();
    private static final Instant AGREED = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant THEN = Instant.parse("2026-11-15T11:00:00Z");
    private static final EmailAddress ADDRESS = new EmailAddress("Ada@example.com");
    private static final CustomerId ADA = CustomerId.of(Ref.email(ADDRESS));
    private static final String LETTER =
            MessageId.of(STORE.id(), "win-back", "once", "have-a-look").value();

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final FeedbackHandler feedback = new FeedbackHandler(
            table.stores(),
            table.customers(),
            table.messages(),
            memory.engagements(),
            new CustomerDecisions(
                    table.customers(),
                    new InMemoryAlarms(),
                    () -> new Flows(List.of()),
                    () -> THEN,
                    (store, customer, input, decision) -> {}),
            () -> THEN);

    @BeforeEach
    void ada_agreed_to_marketing() {
        table.stores().save(STORE);
        agreed(AGREED);
    }

    private void agreed(Instant at) {
        Customer ada = ada();
        Customer next = ada.with(ada.identity().with(ADDRESS)).with((Consent) new Consent.Given(at, "form"));
        table.customers()
                .commit(STORE.id(), new Commit(next, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), ADA);
    }

    /** As in SES's documentation. */
    private String told(boolean unsubscribesAll, String before, String after, String destination) {
        ScheduledEvent event = new ScheduledEvent();
        event.setSource("aws.ses");
        event.setDetailType("Email Subscribed");
        event.setDetail(Map.of(
                "eventType",
                "Subscription",
                "mail",
                Map.of(
                        "timestamp",
                        "2026-11-15T10:30:00.000Z",
                        "messageId",
                        "0100019a0000aaaa-11111111-2222-3333-4444-555555555555-000000",
                        "destination",
                        List.of(destination),
                        "tags",
                        Map.of("store", List.of("demo"), "id", List.of(LETTER))),
                "subscription",
                Map.of(
                        "contactList",
                        "news",
                        "timestamp",
                        "2026-11-15T11:00:00.000Z",
                        "source",
                        "UnsubscribeHeader",
                        "newTopicPreferences",
                        preferences(unsubscribesAll, after),
                        "oldTopicPreferences",
                        preferences(false, before))));
        return feedback.handleRequest(event, new QuietContext());
    }

    private static Map<String, Object> preferences(boolean unsubscribesAll, String status) {
        return Map.of(
                "unsubscribeAll",
                unsubscribesAll,
                "topicSubscriptionStatus",
                List.of(Map.of("topicName", "winback", "subscriptionStatus", status)));
    }

    private List<String> lines() {
        return memory.timeline(STORE.id(), ADA).stream().map(LogEntry::name).toList();
    }

    @Test
    void who_unsubscribes_by_seses_own_link_is_unsubscribed_here_at_that_time() {
        assertThat(told(true, "OptIn", "OptOut", "ada@example.com")).isEqualTo("SUBSCRIPTION");

        assertThat(ada().consent()).isEqualTo(new Consent.Withdrawn(THEN, "SES"));
        assertThat(lines()).containsExactly("Unsubscribed");
    }

    @Test
    void who_refuses_one_of_seses_topics_is_unsubscribed_because_it_is_none_of_ours() {
        told(false, "OptIn", "OptOut", "ada@example.com");

        assertThat(ada().consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void the_same_report_twice_is_once() {
        told(true, "OptIn", "OptOut", "ada@example.com");
        told(true, "OptIn", "OptOut", "ada@example.com");

        assertThat(lines()).containsExactly("Unsubscribed");
    }

    @Test
    void whoever_ticks_something_at_ses_agreed_to_no_words_of_ours_and_stays_unsubscribed() {
        told(true, "OptIn", "OptOut", "ada@example.com");
        told(false, "OptOut", "OptIn", "ada@example.com");

        assertThat(ada().consent()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(lines()).contains("Subscription Changed At SES");
    }

    @Test
    void what_was_refused_before_already_is_no_refusal_now() {
        told(false, "OptOut", "OptOut", "ada@example.com");

        assertThat(ada().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void who_agreed_again_since_is_not_unsubscribed_by_a_report_that_was_long_on_its_way() {
        agreed(THEN.plusSeconds(60));

        told(true, "OptIn", "OptOut", "ada@example.com");

        assertThat(ada().consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void an_address_that_nobody_has_makes_nobody_known() {
        assertThat(told(true, "OptIn", "OptOut", "stranger@example.com")).isEqualTo("unknown customer");
        assertThat(table.customers()
                        .at(STORE.id(), CustomerId.of(Ref.email(new EmailAddress("stranger@example.com"))))
                        .version())
                .isZero();
    }
}
