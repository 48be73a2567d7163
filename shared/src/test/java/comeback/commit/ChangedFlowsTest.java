package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.customer.Consent;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Reason;
import comeback.flowfile.FlowFiles;
import comeback.message.Message;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a changed flow file does to journeys that run. */
class ChangedFlowsTest {
    private static final Store STORE = TestStores.demo();
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final Flow CART =
            FlowFiles.read(Path.of("..", "templates")).named("cart").orElseThrow();

    private final TablePorts table = new InMemoryTable().ports();
    private final InMemoryFlowShelf shelf = new InMemoryFlowShelf(new Flows(List.of(CART)));
    private final List<String> born = new ArrayList<>();
    private final List<Reason> why = new ArrayList<>();
    private Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(), new InMemoryAlarms(), shelf, () -> now, (store, customer, input, decision) -> {
                decision.messages().stream().map(Message::name).forEach(born::add);
                why.addAll(decision.why());
            });

    @BeforeEach
    void ada_has_left_a_cart() {
        leavesACart("e-1");
    }

    private void leavesACart(String eventId) {
        Line mug = new Line(
                "mug",
                Optional.empty(),
                "Mug",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
        decisions.happened(
                STORE,
                new StoreEvent(
                        eventId,
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
                        new Event.ProductAdded(mug, CartRef.UNNAMED)),
                Map.of());
    }

    private void after(Duration time) {
        now = now.plus(time);
        decisions.woke(STORE, ADA);
    }

    private static Flow changed(String from, String to) {
        assertThat(CART.source()).contains(from);
        return FlowFiles.former("cart", CART.source().replace(from, to)).orElseThrow();
    }

    @Test
    void a_journey_ends_under_the_file_it_began_under() {
        shelf.change(new Flows(List.of(changed("wait: 1h", "wait: 5h"))));

        after(Duration.ofHours(1));

        assertThat(born).containsExactly("need-help");
    }

    @Test
    void a_step_that_was_taken_out_strands_nobody() {
        String second = """
              - wait: 24h
                after: last activity
              - send: your-things
            """;
        shelf.change(new Flows(List.of(changed(second, ""))));

        after(Duration.ofHours(1));
        after(Duration.ofHours(23));
        after(Duration.ofHours(24));

        assertThat(born).containsExactly("need-help", "your-things", "last-note");
        assertThat(table.customers().at(STORE.id(), ADA).journeys()).isEmpty();
    }

    @Test
    void who_stands_behind_a_fork_goes_on_there_though_the_fork_was_taken_out() {
        Flow forked = changed("""
              - wait: 1h
                after: last activity
              - send: need-help
            """, """
              - wait: 1h
                after: last activity
              - if: true
                then:
                  - wait: 2h
                    after: last activity
                  - send: need-help
                else:
                  - stop: never
            """);
        shelf.change(new Flows(List.of(forked)));
        decisions.happened(
                STORE,
                new StoreEvent(
                        "bought",
                        "test",
                        now,
                        now,
                        List.of(Ref.user("ada")),
                        Optional.empty(),
                        false,
                        Profile.EMPTY,
                        Consent.unknown(),
                        KeyClass.SECRET,
                        false,
                        new Event.CartUpdated(List.of(), CartRef.UNNAMED)),
                Map.of());
        now = now.plusSeconds(60);
        leavesACart("e-2");
        after(Duration.ofHours(1));

        shelf.change(new Flows(List.of(CART)));
        after(Duration.ofHours(1));
        assertThat(born).containsExactly("need-help");
        after(Duration.ofHours(22));
        after(Duration.ofHours(24));

        assertThat(born).containsExactly("need-help", "your-things", "last-note");
        assertThat(table.customers().at(STORE.id(), ADA).journeys()).isEmpty();
    }

    @Test
    void a_flow_that_was_taken_away_stops_for_everybody() {
        shelf.change(new Flows(List.of()));

        after(Duration.ofHours(1));

        assertThat(born).isEmpty();
        assertThat(why).extracting(Reason::text).contains("there is no such flow any more");
    }

    @Test
    void a_journey_whose_old_file_nobody_kept_goes_on_under_the_new_one() {
        CustomerDecisions forgetful = new CustomerDecisions(
                table.customers(),
                new InMemoryAlarms(),
                () -> new Flows(List.of(changed("wait: 24h", "wait: 30h"))),
                () -> now,
                (store, customer, input, decision) ->
                        decision.messages().stream().map(Message::name).forEach(born::add));

        now = now.plus(Duration.ofHours(1));
        forgetful.woke(STORE, ADA);

        assertThat(born).containsExactly("need-help");
    }
}
