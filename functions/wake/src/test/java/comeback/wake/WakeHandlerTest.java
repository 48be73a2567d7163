package comeback.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Flags;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemorySendingAccount;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.LogEntry;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.commit.WaveWork;
import comeback.customer.Cart;
import comeback.customer.Consent;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.engagement.Touch;
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
    private static final Map<String, String> WAITING = Map.of("sweep", "waiting");
    private static final Map<String, String> SWEEP = Map.of("sweep", "true");

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private final NotedFlags flags = new NotedFlags();
    private Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), alarms, () -> FLOWS, () -> now, (store, customer, input, decision) -> {});
    private final InMemoryWaves waiting = new InMemoryWaves();
    private final WaveWork waves =
            new WaveWork(new InMemoryCatalogue(), waiting, waiting, (store, wave, at) -> {}, decisions, () -> now);
    private final WakeHandler wake = new WakeHandler(
            table.stores(),
            decisions,
            waves,
            new Sweeper(
                    table.stores(),
                    decisions,
                    waves,
                    table.messages(),
                    table.dueItems(),
                    new Judging(table.stores(), decisions, memory.engagements(), () -> now),
                    flags,
                    () -> now),
            new Waiting(
                    table.messages(),
                    table.dueItems(),
                    new InMemorySendingAccount(),
                    alarms,
                    until -> now = until,
                    () -> now),
            () -> now);

    @BeforeEach
    void ada_has_left_a_cart() {
        table.stores().save(STORE);
        happened("e-1", new Event.ProductAdded(mug(), CartRef.UNNAMED));
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

    private void happened(String id, Event event) {
        decisions.happened(STORE, event(id, "ada", event), Map.of());
    }

    private StoreEvent event(String id, String user, Event event) {
        return new StoreEvent(
                id,
                "test",
                now,
                now,
                List.of(Ref.user(user)),
                Optional.of(new EmailAddress(user + "@example.com")),
                true,
                Profile.EMPTY,
                new Consent.Given(now, "form"),
                KeyClass.SECRET,
                false,
                event);
    }

    private Optional<Message> cartMessage(String name) {
        return cartMessage(ADA, name);
    }

    private Optional<Message> cartMessage(CustomerId customer, String name) {
        return table.customers()
                .at(STORE.id(), customer)
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
    void failure_mode_32_an_alarm_that_comes_too_early_sends_nothing_and_is_set_again() {
        now = now.plus(Duration.ofMinutes(30));
        happened("e-2", new Event.ProductAdded(mug(), CartRef.UNNAMED));
        now = now.plus(Duration.ofMinutes(30));

        wake.handleRequest(alarmForAda(), new QuietContext());

        assertThat(cartMessage("need-help")).isEmpty();
        assertThat(alarms.all())
                .extracting(InMemoryAlarms.Alarm::at)
                .containsExactly(Samples.NOW.plus(Duration.ofHours(1)), Samples.NOW.plus(Duration.ofMinutes(90)));
    }

    @Test
    void a_lost_alarm_is_made_up_for_by_the_sweeper() {
        now = now.plus(Duration.ofHours(1));
        assertThat(wake.handleRequest(SWEEP, new QuietContext())).contains("\"customers\":0");

        now = now.plus(Sweeper.GRACE).plusSeconds(1);
        assertThat(wake.handleRequest(SWEEP, new QuietContext())).contains("\"customers\":1");
        assertThat(flags.looks()).extracting(Flags.Look::overdue).containsExactly(0, 1);

        assertThat(cartMessage("need-help")).isPresent();
    }

    @Test
    void failure_mode_15_an_alarm_that_was_lost_after_the_commit_is_made_up_for_by_the_sweeper() {
        alarms.breakDown();
        StoreEvent left = event("b-1", "ben", new Event.ProductAdded(mug(), CartRef.UNNAMED));
        // Ingest answers 503 here; suppose that the storefront never repeats.
        assertThatThrownBy(() -> decisions.happened(STORE, left, Map.of())).hasMessageContaining("no alarms today");
        CustomerId ben = CustomerId.of(Ref.user("ben"));
        now = now.plus(Duration.ofHours(1)).plus(Sweeper.GRACE).plusSeconds(1);

        assertThatThrownBy(() -> wake.handleRequest(SWEEP, new QuietContext()))
                .hasMessageContaining("2 of them failed");

        // Nobody's next alarm could be set, and yet the first to fail held up no other.
        assertThat(cartMessage("need-help")).isPresent();
        assertThat(cartMessage(ben, "need-help")).isPresent();
        assertThat(flags.looks()).extracting(Flags.Look::overdue).containsExactly(2);
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
        assertThat(flags.unknown()).containsExactly(reminder.id());
        assertThat(flags.flagged()).isEmpty();
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
        assertThat(flags.flagged()).containsExactly(id);
        assertThat(flags.unknown()).isEmpty();
        assertThat(table.dueItems().flagged(10)).containsExactly(new DueItem.OfMessage(STORE.id(), id));
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
    void what_was_put_back_is_shown_to_the_sender_again_in_its_minute_and_not_before() {
        now = now.plus(Duration.ofHours(1));
        wake.handleRequest(alarmForAda(), new QuietContext());
        Message reminder = cartMessage("need-help").orElseThrow();
        table.messages().change(reminder, new MessageState.Due(now.plusSeconds(60), 0));

        assertThat(wake.handleRequest(WAITING, new QuietContext())).contains("0");
        now = now.plusSeconds(60);
        assertThat(wake.handleRequest(WAITING, new QuietContext())).contains("1");
        assertThat(wake.handleRequest(WAITING, new QuietContext())).contains("0");
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

    private Message clickedReminder() {
        now = now.plus(Duration.ofHours(1));
        wake.handleRequest(alarmForAda(), new QuietContext());
        Message reminder = cartMessage("need-help").orElseThrow();
        table.messages().change(reminder, new MessageState.Accepted("ses-1", now));
        now = now.plus(Duration.ofMinutes(30));
        memory.engagements()
                .touched(
                        STORE.id(),
                        reminder.id(),
                        Touch.click(STORE.id(), now, "https://shop.example/", "198.51.100.7", "Firefox/150.0"));
        return reminder;
    }

    private Optional<Instant> clickedAt() {
        return table.customers().at(STORE.id(), ADA).recentEvents().signs().clickedAt();
    }

    @Test
    void a_click_is_judged_when_nothing_more_comes_and_its_customer_was_there_then() {
        Message reminder = clickedReminder();
        Instant clicked = now;

        now = now.plusSeconds(5);
        wake.handleRequest(SWEEP, new QuietContext());
        assertThat(clickedAt()).isEmpty();

        now = now.plus(Duration.ofMinutes(5));
        wake.handleRequest(SWEEP, new QuietContext());
        assertThat(clickedAt()).contains(clicked);
        assertThat(table.messages()
                        .find(STORE.id(), reminder.id())
                        .orElseThrow()
                        .touches()
                        .unjudged())
                .isEmpty();
        var once = table.customers().at(STORE.id(), ADA);

        now = now.plus(Duration.ofMinutes(5));
        wake.handleRequest(SWEEP, new QuietContext());
        assertThat(table.customers().at(STORE.id(), ADA)).isEqualTo(once);
    }

    @Test
    void who_falls_after_telling_the_customer_tells_them_again_which_is_once() {
        Message reminder = clickedReminder();
        now = now.plus(Duration.ofMinutes(5));
        Message seen = table.messages().find(STORE.id(), reminder.id()).orElseThrow();
        var judging = new Judging(table.stores(), decisions, memory.engagements(), () -> now);

        judging.judge(seen);
        var once = table.customers().at(STORE.id(), ADA);
        judging.judge(seen);

        assertThat(table.customers().at(STORE.id(), ADA)).isEqualTo(once);
        assertThat(memory.timeline(STORE.id(), ADA)).extracting(LogEntry::name).containsOnlyOnce("Email Clicked");
    }

    @Test
    void a_machine_s_clicks_are_no_sign_of_the_customer() {
        Message reminder = clickedReminder();
        for (int i = 0; i < 5; i++) {
            memory.engagements()
                    .touched(
                            STORE.id(),
                            reminder.id(),
                            Touch.click(
                                    STORE.id(), now.plusMillis(i), "https://shop.example/" + i, "", "Firefox/150.0"));
        }

        now = now.plus(Duration.ofMinutes(5));
        wake.handleRequest(SWEEP, new QuietContext());

        assertThat(clickedAt()).isEmpty();
    }
}
