package comeback.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.commit.WaveWork;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
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

class WakeHandlerTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final Map<String, String> SWEEP = Map.of("sweep", "true");

    private final TablePorts table = new InMemoryTable().ports();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), alarms, () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final InMemoryWaves waiting = new InMemoryWaves();
    private final WaveWork waves =
            new WaveWork(new InMemoryCatalogue(), waiting, waiting, (store, wave, at) -> {}, decisions, () -> now);
    private final WakeHandler wake =
            new WakeHandler(table.stores(), decisions, waves, table.messages(), table.dueItems(), () -> now);

    @BeforeEach
    void ada_has_left_a_cart() {
        table.stores().save(STORE);
        Line mug = new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
        happened("e-1", new Event.ProductAdded(mug, CartRef.UNNAMED));
    }

    private void happened(String id, Event event) {
        decisions.happened(
                STORE,
                new StoreEvent(
                        id,
                        "test",
                        now,
                        now,
                        List.of(Ref.user("ada")),
                        Optional.of(new EmailAddress("ada@example.com")),
                        true,
                        Profile.EMPTY,
                        new Consent.Given(now, "form"),
                        KeyClass.SECRET,
                        false,
                        event),
                Map.of());
    }

    private Optional<Message> cartMessage(String name) {
        return table.customers()
                .at(STORE.id(), ADA)
                .shopping()
                .cart()
                .map(Cart::id)
                .flatMap(cart -> table.messages().find(STORE.id(), MessageId.of(STORE.id(), "cart", cart, name)));
    }

    private Map<String, String> alarmForAda() {
        return Map.of("store", "demo", "customer", ADA.value());
    }

    @Test
    void an_alarm_gives_birth_to_what_is_due_and_sets_the_next_one() {
        now = now.plus(Duration.ofHours(1));

        wake.handleRequest(alarmForAda(), new QuietContext());

        assertThat(cartMessage("need-help")).isPresent();
        assertThat(alarms.all())
                .extracting(InMemoryAlarms.Alarm::at)
                .containsExactly(Samples.NOW.plus(Duration.ofHours(1)), Samples.NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void the_same_alarm_twice_is_once() {
        now = now.plus(Duration.ofHours(1));
        wake.handleRequest(alarmForAda(), new QuietContext());
        long version = table.customers().at(STORE.id(), ADA).version();

        wake.handleRequest(alarmForAda(), new QuietContext());

        assertThat(table.customers().at(STORE.id(), ADA).version()).isEqualTo(version);
    }

    @Test
    void a_lost_alarm_is_made_up_for_by_the_sweeper() {
        now = now.plus(Duration.ofHours(1));
        assertThat(wake.handleRequest(SWEEP, new QuietContext())).contains("\"customers\":0");

        now = now.plus(Sweeper.GRACE).plusSeconds(1);
        assertThat(wake.handleRequest(SWEEP, new QuietContext())).contains("\"customers\":1");

        assertThat(cartMessage("need-help")).isPresent();
    }

    @Test
    void a_sweep_that_finds_nothing_changes_nothing() {
        long version = table.customers().at(STORE.id(), ADA).version();

        wake.handleRequest(SWEEP, new QuietContext());

        assertThat(table.customers().at(STORE.id(), ADA).version()).isEqualTo(version);
    }

    @Test
    void an_advertisement_whose_answer_was_lost_is_not_sent_again() {
        now = now.plus(Duration.ofHours(1));
        wake.handleRequest(alarmForAda(), new QuietContext());
        Message reminder = cartMessage("need-help").orElseThrow();

        afterALostAnswerTo(reminder, 1);

        assertThat(cartMessage("need-help").orElseThrow().state()).isEqualTo(new MessageState.Unknown(now));
    }

    @Test
    void a_receipt_whose_answer_was_lost_is_sent_once_more_and_then_flagged() {
        happened("e-2", new Event.OrderCompleted(Samples.order(), Set.of()));
        MessageId id = MessageId.of(STORE.id(), "order-confirmation", "1001", "thanks-for-your-order");
        Message receipt = table.messages().find(STORE.id(), id).orElseThrow();

        afterALostAnswerTo(receipt, 1);
        Message again = table.messages().find(STORE.id(), id).orElseThrow();
        assertThat(again.state()).isEqualTo(new MessageState.Due(now, 1));

        afterALostAnswerTo(again, 2);
        assertThat(table.messages().find(STORE.id(), id).orElseThrow().state())
                .isEqualTo(new MessageState.Unknown(now));
    }

    private void afterALostAnswerTo(Message message, int attempts) {
        table.messages()
                .claim(
                        message,
                        table.customers().at(STORE.id(), ADA),
                        new MessageState.Claimed("lost", now.plusSeconds(90), attempts));
        now = now.plusSeconds(90)
                .plus(Sweeper.EVIDENCE_WITHIN)
                .plus(Sweeper.GRACE)
                .plusSeconds(1);
        wake.handleRequest(SWEEP, new QuietContext());
    }

    @Test
    void a_call_that_names_nobody_is_an_error() {
        assertThatThrownBy(() -> wake.handleRequest(Map.of("store", "demo"), new QuietContext()))
                .hasMessageContaining("customer");
    }

    @Test
    void a_store_that_was_taken_away_wakes_nobody() {
        Map<String, String> gone = Map.of("store", "gone", "customer", ADA.value());

        assertThat(wake.handleRequest(gone, new QuietContext())).isEqualTo("{}");
    }
}
