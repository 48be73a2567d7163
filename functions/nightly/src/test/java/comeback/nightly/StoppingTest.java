package comeback.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.AuditEntry;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryTallies;
import comeback.commit.StoreRegister;
import comeback.commit.TablePorts;
import comeback.commit.Tallies.Change;
import comeback.commit.Tallies.Counted;
import comeback.commit.Tallies.Kind;
import comeback.commit.Tallies.Subject;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.store.Stopped;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is tried and does harm is stopped in the night, and in nobody else's shop. */
class StoppingTest {
    /** Half past midnight in New York, where the demo store is. */
    private static final Instant NIGHT = Instant.parse("2026-03-02T05:30:00Z");

    private static final Flows TRYING =
            new Flows(List.of(FlowFiles.former("greeting", """
                    class: marketing
                    starts: {on: [Signed Up]}
                    steps:
                      - send: hello
                        variants: {plain: 1, picture: 1}
                    """).orElseThrow()));

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemoryTallies tallies = new InMemoryTallies();
    private Instant now = NIGHT;

    private Stopping stopping(Flows flows) {
        return new Stopping((StoreRegister) table.stores(), tallies, () -> flows, () -> now);
    }

    private int stop() {
        return stopping(TRYING).stop(() -> true).stopped();
    }

    private List<Stopped> stopped(Store store) {
        return table.stores().find(store.id()).orElseThrow().stopped();
    }

    private void count(String letter, Map<String, Long> counts) {
        Row row = new Row(LocalDate.of(2026, 2, 1), "greeting", "hello", letter);
        Tally tally = new Tally(new TreeMap<>(Map.of(row, new Counts(new TreeMap<>(counts)))));
        Counted seen = Counted.never(new Subject(TestStores.demo().id(), Kind.MESSAGE, letter + counts.hashCode()));
        tallies.count(List.of(new Change(seen, tally, Optional.empty())));
    }

    private void harm() {
        count("plain", Map.of("sent", 5_000L, "orders", 300L));
        count("picture", Map.of("sent", 5_020L, "orders", 180L));
    }

    @Test
    void a_letter_that_brings_fewer_orders_is_stopped_and_the_audit_trail_says_so_once() {
        Store demo = TestStores.demo();
        Store other = TestStores.at("other", "https://other.example");
        table.stores().save(demo);
        table.stores().save(other);
        harm();

        assertThat(stop()).isEqualTo(1);
        assertThat(stop()).as("it is stopped already").isZero();

        assertThat(stopped(demo))
                .containsExactly(new Stopped("greeting", "hello", "picture", NIGHT, Stopped.Why.FEWER_ORDERS));
        assertThat(stopped(other)).isEmpty();
        assertThat(memory.audit()
                        .page(Optional.of(demo.id()), Optional.empty(), 10)
                        .entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.what()).isEqualTo(AuditEntry.What.STOPPED);
                    assertThat(entry.who()).isEqualTo("Comeback");
                    assertThat(entry.details()).containsExactly("greeting/hello/picture: fewer orders");
                });
        assertThat(table.stores().holding("sk_demo"))
                .as("its keys still open it")
                .isPresent();
    }

    @Test
    void a_letter_that_puts_more_people_off_is_stopped_though_it_brings_as_many_orders() {
        table.stores().save(TestStores.demo());
        count("plain", Map.of("sent", 5_000L, "orders", 300L, "unsubscribed", 20L, "complained", 2L));
        count("picture", Map.of("sent", 5_020L, "orders", 320L, "unsubscribed", 70L, "complained", 15L, "bounced", 3L));

        assertThat(stop()).isEqualTo(1);
        assertThat(stopped(TestStores.demo())).extracting(Stopped::why).containsExactly(Stopped.Why.UNWANTED);
    }

    @Test
    void what_is_open_or_better_goes_on_and_by_day_nothing_is_judged() {
        table.stores().save(TestStores.demo());
        count("plain", Map.of("sent", 5_000L, "orders", 300L));
        count("picture", Map.of("sent", 5_020L, "orders", 290L));
        assertThat(stop()).isZero();

        count("picture", Map.of("orders", 150L));
        assertThat(stop()).isZero();

        now = NIGHT.plus(Duration.ofHours(9));
        count("plain", Map.of("orders", 600L));
        assertThat(stop()).isZero();
        now = NIGHT.plus(Duration.ofDays(1));
        assertThat(stop()).isEqualTo(1);
    }

    @Test
    void where_no_flow_tries_anything_or_no_time_is_left_nothing_is_looked_at() {
        table.stores().save(TestStores.demo());
        harm();

        assertThat(stopping(new Flows(List.of())).stop(() -> true).stopped()).isZero();
        assertThat(stopping(TRYING).stop(() -> false).stopped()).isZero();
        assertThat(stopped(TestStores.demo())).isEmpty();
    }
}
