package comeback.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryBoughtTogether;
import comeback.commit.InMemoryReconciliations;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryTallies;
import comeback.commit.StoreRegister;
import comeback.commit.TablePorts;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.customer.Started;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NightlyHandlerTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Store STORE = TestStores.demo();

    private static final int HERD = 10_000;

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private final AtomicInteger pages = new AtomicInteger();
    private Instant now = BEGIN;
    private final NightlyHandler night = new NightlyHandler(
            table.stores(),
            new CustomerDecisions(
                    table.customers(), alarms, () -> FLOWS, () -> now, (store, customer, input, decision) -> {}),
            new InMemoryBoughtTogether(),
            new Counted(table.dueItems(), pages),
            nobodySuppressed(),
            nothingTried(),
            () -> now);

    /** Counts what is read. */
    private record Counted(DueItems right, AtomicInteger pages) implements DueItems {
        @Override
        public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
            pages.incrementAndGet();
            return right.before(queue, partition, time, limit);
        }

        @Override
        public List<DueItem> flagged(int limit) {
            return right.flagged(limit);
        }
    }

    /** An account whose list is empty. */
    private Reconciling nobodySuppressed() {
        return new Reconciling(
                table.stores(),
                (StoreRegister) table.stores(),
                new CustomerDecisions(
                        table.customers(), alarms, () -> FLOWS, () -> now, (store, customer, input, decision) -> {}),
                new InMemorySuppressionList(),
                new InMemoryReconciliations(),
                () -> now);
    }

    private Stopping nothingTried() {
        return new Stopping((StoreRegister) table.stores(), new InMemoryTallies(), () -> FLOWS, () -> now);
    }

    private static CustomerId id(String name) {
        return CustomerId.of(Ref.user(name));
    }

    /** Somebody who was last there at the beginning, and whose review is due then. */
    private void known(String name, Instant reviewAt) {
        Customer unknown = Customer.unknown(id(name));
        Customer customer = unknown.with(unknown.identity().with(new EmailAddress(name + "@example.com")))
                .with((Consent) new Consent.Given(BEGIN, "form"))
                .with(unknown.recentEvents().seen(Sign.VISIT, BEGIN))
                .withAlarmAt(Optional.of(reviewAt));
        table.customers()
                .commit(STORE.id(), new Commit(customer, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
    }

    private String review(QuietContext context) {
        return night.handleRequest(Map.of(), context);
    }

    private List<String> started(String name) {
        return table.customers().at(STORE.id(), id(name)).started().stream()
                .map(Started::flow)
                .toList();
    }

    @Test
    void who_has_been_quiet_for_two_months_is_asked_to_come_back_and_who_is_not_due_is_not_even_read() {
        table.stores().save(STORE);
        known("ada", BEGIN.plus(Duration.ofDays(60)));
        known("bob", BEGIN.plus(Duration.ofDays(90)));
        now = BEGIN.plus(Duration.ofDays(61));

        assertThat(review(new QuietContext())).contains("\"reviewed\":1", "\"done\":true");

        assertThat(started("ada")).containsExactly("win-back");
        assertThat(started("bob")).isEmpty();
        assertThat(pages).hasValue(DueItems.PARTITIONS);
    }

    @Test
    void a_second_call_finds_nobody() {
        table.stores().save(STORE);
        known("ada", BEGIN.plus(Duration.ofDays(60)));
        now = BEGIN.plus(Duration.ofDays(61));

        review(new QuietContext());
        long version = table.customers().at(STORE.id(), id("ada")).version();

        assertThat(review(new QuietContext())).contains("\"reviewed\":0");
        assertThat(table.customers().at(STORE.id(), id("ada")).version()).isEqualTo(version);
    }

    @Test
    void a_call_whose_time_is_over_hands_over_to_the_next() {
        table.stores().save(STORE);
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "ada-" + i).toList();
        names.forEach(name -> known(name, BEGIN.plus(Duration.ofDays(60))));
        now = BEGIN.plus(Duration.ofDays(61));
        var hurried = new QuietContext();
        hurried.letTimeRunOutAfter(10);

        assertThat(review(hurried)).contains("\"reviewed\":10", "\"done\":false");
        assertThat(review(new QuietContext())).contains("\"reviewed\":20", "\"done\":true");

        assertThat(names).allSatisfy(name -> assertThat(started(name)).containsExactly("win-back"));
        assertThat(hurried.lines()).noneMatch(line -> line.contains("@"));
    }

    @Test
    void who_came_back_meanwhile_is_left_alone_and_looked_at_when_they_may_be_gone_again() {
        table.stores().save(STORE);
        known("ada", BEGIN.plus(Duration.ofDays(60)));
        Customer ada = table.customers().at(STORE.id(), id("ada"));
        table.customers()
                .commit(
                        STORE.id(),
                        new Commit(
                                ada.with(ada.recentEvents().seen(Sign.VISIT, BEGIN.plus(Duration.ofDays(50)))),
                                List.of(),
                                Set.of(),
                                List.of(),
                                List.of(),
                                Optional.empty()));
        now = BEGIN.plus(Duration.ofDays(61));

        review(new QuietContext());

        assertThat(started("ada")).isEmpty();
        assertThat(table.customers().at(STORE.id(), id("ada")).alarmAt().orElseThrow())
                .isBetween(BEGIN.plus(Duration.ofDays(110)), BEGIN.plus(Duration.ofDays(112)));
        // A review needs no schedule of its own.
        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void whose_shop_was_taken_away_is_passed_over() {
        known("ada", BEGIN.plus(Duration.ofDays(60)));
        now = BEGIN.plus(Duration.ofDays(61));

        assertThat(review(new QuietContext())).contains("\"failed\":0");
        assertThat(started("ada")).isEmpty();
    }

    @Test
    void they_stand_in_a_queue_of_their_own_so_that_no_herd_of_them_holds_up_an_alarm() {
        known("ada", BEGIN.plus(Duration.ofDays(60)));

        assertThat(queued(Queue.REVIEWS)).hasSize(1);
        assertThat(queued(Queue.TO_LOOK_AFTER)).isEmpty();
    }

    @Test
    void of_10000_people_who_are_due_each_begins_once_however_often_the_night_is_killed() {
        table.stores().save(STORE);
        List<String> names = IntStream.range(0, HERD).mapToObj(i -> "p" + i).toList();
        names.forEach(name -> known(name, BEGIN.plus(Duration.ofDays(60))));
        now = BEGIN.plus(Duration.ofDays(61));
        AtomicInteger calls = new AtomicInteger();
        // Every 997th call to the table ends the process, before it is done or after.
        CustomerDecisions mortal = new CustomerDecisions(
                new DyingCustomers(table.customers(), calls, 997),
                alarms,
                () -> FLOWS,
                () -> now,
                (store, customer, input, decision) -> {});
        int nights = 0;
        for (String told = ""; !told.contains("\"done\":true"); nights++) {
            assertThat(nights).as("it ends").isLessThan(HERD);
            try {
                told = new NightlyHandler(
                                table.stores(),
                                mortal,
                                new InMemoryBoughtTogether(),
                                table.dueItems(),
                                nobodySuppressed(),
                                nothingTried(),
                                () -> now)
                        .handleRequest(Map.of(), new QuietContext());
            } catch (DyingCustomers.Killed killed) {
                told = "";
            }
        }

        assertThat(nights).isGreaterThan(15);
        assertThat(names).allSatisfy(name -> assertThat(started(name)).as(name).containsExactly("win-back"));
    }

    private List<DueItem> queued(Queue queue) {
        return IntStream.range(0, DueItems.PARTITIONS)
                .boxed()
                .flatMap(part -> table.dueItems().before(queue, part, BEGIN.plus(Duration.ofDays(100)), 10).stream())
                .toList();
    }
}
