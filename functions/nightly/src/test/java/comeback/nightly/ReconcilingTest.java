package comeback.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryBoughtTogether;
import comeback.commit.InMemoryReconciliations;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryTallies;
import comeback.commit.InMemoryWaves;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.commit.StoreRegister;
import comeback.commit.TablePorts;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Forgotten;
import comeback.customer.Ref;
import comeback.customer.Suppression.Reason;
import comeback.flow.Flows;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SES wrote to somebody no more, and its report of that never came. */
class ReconcilingTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Store FERN = TestStores.demo();
    private static final Store MOSS = TestStores.named("moss", TestStores.DAY_AND_NIGHT, Set.of());

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemorySuppressionList ses = new InMemorySuppressionList();
    private final InMemoryReconciliations kept = new InMemoryReconciliations();
    private Instant now = BEGIN;

    ReconcilingTest() {
        table.stores().save(FERN);
        table.stores().save(MOSS);
    }

    private NightlyHandler night(Customers customers) {
        var decisions = new CustomerDecisions(
                customers,
                new InMemoryAlarms(),
                () -> new Flows(List.of()),
                () -> now,
                (store, customer, input, decision) -> {},
                memory.erasures(new InMemoryWaves()));
        return new NightlyHandler(
                table.stores(),
                decisions,
                new InMemoryBoughtTogether(),
                table.dueItems(),
                new Reconciling(table.stores(), (StoreRegister) table.stores(), decisions, ses, kept, () -> now),
                new Stopping(
                        (StoreRegister) table.stores(), new InMemoryTallies(), () -> new Flows(List.of()), () -> now),
                () -> now);
    }

    private String night() {
        return night(table.customers()).handleRequest(Map.of(), new QuietContext());
    }

    private String nextNight() {
        now = now.plus(Reconciling.EVERY);
        return night();
    }

    private void knows(Store store, String name) {
        Customer unknown = Customer.unknown(CustomerId.of(Ref.email(new EmailAddress(name + "@example.com"))));
        Customer known = unknown.with(unknown.identity().with(new EmailAddress(name + "@example.com")))
                .with((Consent) new Consent.Given(BEGIN, "form"));
        table.customers()
                .commit(store.id(), new Commit(known, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
    }

    private void suppressed(String name, Reason reason) {
        ses.put(name + "@example.com", reason, now.minusSeconds(60));
    }

    private Customer at(Store store, String name) {
        return table.customers().at(store.id(), CustomerId.of(Ref.email(new EmailAddress(name + "@example.com"))));
    }

    private boolean isHeldBack(Store store, String name) {
        return at(store, name).isSuppressed(new EmailAddress(name + "@example.com"));
    }

    private List<LogEntry> lines(Store store, String name) {
        return table.timelines()
                .page(store.id(), at(store, name), Optional.empty(), 10)
                .lines();
    }

    @Test
    void whom_ses_writes_to_no_more_is_written_to_by_no_shop_that_knows_them_and_their_timeline_says_why() {
        knows(FERN, "ada");
        knows(MOSS, "ada");
        knows(FERN, "bob");
        suppressed("ada", Reason.HARD_BOUNCE);

        assertThat(night()).contains("\"suppressed\":2", "\"failed\":0").doesNotContain("listStopped");

        assertThat(isHeldBack(FERN, "ada")).isTrue();
        assertThat(isHeldBack(MOSS, "ada")).isTrue();
        assertThat(isHeldBack(FERN, "bob")).isFalse();
        assertThat(lines(FERN, "ada")).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Address Suppressed");
            assertThat(line.source()).isEqualTo("SES");
            assertThat(line.raw()).containsEntry("reason", "HARD_BOUNCE");
        });
    }

    @Test
    void who_reported_spam_elsewhere_has_unsubscribed_here_too() {
        knows(FERN, "ada");
        now = now.plusSeconds(600);
        suppressed("ada", Reason.COMPLAINT);

        night();

        assertThat(at(FERN, "ada").consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void an_address_that_no_shop_knows_makes_nobody_known() {
        suppressed("stranger", Reason.HARD_BOUNCE);

        assertThat(night()).contains("\"suppressed\":0");
        assertThat(at(FERN, "stranger").version()).isZero();
    }

    @Test
    void who_was_told_already_is_told_nothing_and_spam_after_a_bounce_is_news() {
        knows(FERN, "ada");
        suppressed("ada", Reason.HARD_BOUNCE);
        night();
        long version = at(FERN, "ada").version();
        now = now.plusSeconds(600);
        suppressed("ada", Reason.HARD_BOUNCE);

        assertThat(nextNight()).contains("\"suppressed\":0");
        assertThat(at(FERN, "ada").version()).isEqualTo(version);

        suppressed("ada", Reason.COMPLAINT);
        assertThat(nextNight()).contains("\"suppressed\":1");
        suppressed("ada", Reason.HARD_BOUNCE);
        assertThat(nextNight()).contains("\"suppressed\":0");
    }

    @Test
    void it_is_gone_through_once_a_day_and_then_only_what_is_new() {
        knows(FERN, "ada");
        night();
        suppressed("ada", Reason.HARD_BOUNCE);
        now = now.plus(Reconciling.EVERY).minusSeconds(1);
        night();
        assertThat(ses.pages()).isEqualTo(1);
        assertThat(isHeldBack(FERN, "ada")).isFalse();

        now = now.plusSeconds(1);
        night();
        assertThat(isHeldBack(FERN, "ada")).isTrue();
    }

    @Test
    void who_is_taken_off_the_list_stays_held_back_here() {
        knows(FERN, "ada");
        suppressed("ada", Reason.HARD_BOUNCE);
        night();
        ses.take("ada@example.com");

        nextNight();

        assertThat(isHeldBack(FERN, "ada")).isTrue();
    }

    @Test
    void whoever_was_forgotten_is_held_back_by_a_hash_when_they_come_again() {
        knows(FERN, "ada");
        Forgotten stone = Forgotten.instead(at(FERN, "ada"), now);
        assertThat(memory.erasures(new InMemoryWaves()).bury(FERN.id(), stone)).isTrue();
        suppressed("ada", Reason.HARD_BOUNCE);

        night();

        var slot = (Slot.Gone) table.customers().find(FERN.id(), stone.id());
        assertThat(slot.stone().suppressions()).singleElement().satisfies(suppression -> {
            assertThat(suppression.isOf(new EmailAddress("ada@example.com"))).isTrue();
            assertThat(suppression.inbox()).doesNotContain("ada");
        });
    }

    @Test
    void asked_too_often_ses_is_asked_again_by_the_next_call_and_nobody_is_missed() {
        knows(FERN, "ada");
        suppressed("ada", Reason.HARD_BOUNCE);
        ses.refuse(2);

        assertThat(night()).contains("\"listStopped\":\"TooManyRequests\"");
        now = now.plus(Duration.ofMinutes(15));
        night();
        assertThat(isHeldBack(FERN, "ada")).isFalse();
        now = now.plus(Duration.ofMinutes(15));
        night();
        assertThat(isHeldBack(FERN, "ada")).isTrue();
    }

    @Test
    void a_page_that_ses_forgot_is_looked_for_from_the_beginning() {
        List<String> names = crowd(Reconciling.PAGE + 5);
        ses.forgetPages();

        night();

        assertThat(names).allMatch(name -> isHeldBack(FERN, name));
    }

    @Test
    void a_call_whose_time_is_over_leaves_the_rest_to_the_next_and_keeps_no_address() {
        List<String> names = crowd(30);
        var hurried = new QuietContext();
        hurried.letTimeRunOutAfter(11);

        assertThat(night(table.customers()).handleRequest(Map.of(), hurried))
                .contains("\"suppressed\":10", "\"listStopped\":\"no time\"");
        assertThat(kept.look().toString()).doesNotContain("@");
        assertThat(night()).contains("\"suppressed\":20");
        assertThat(names).allMatch(name -> isHeldBack(FERN, name));
    }

    @Test
    void a_call_reads_so_many_pages_at_most_and_the_next_goes_on() {
        List<String> names = crowd(Reconciling.PAGE * Reconciling.PAGES_MAX + 1);

        assertThat(night()).contains("\"listStopped\":\"enough for now\"");
        assertThat(ses.pages()).isEqualTo(Reconciling.PAGES_MAX);
        night();
        assertThat(names).allMatch(name -> isHeldBack(FERN, name));
    }

    @Test
    void of_500_who_are_on_the_list_each_learns_it_once_however_often_the_night_is_killed() {
        List<String> names = crowd(500);
        AtomicInteger calls = new AtomicInteger();
        int nights = 0;
        for (String told = ""; !told.contains("\"suppressed\":0"); nights++) {
            assertThat(nights).as("it ends").isLessThan(500);
            try {
                told = night(new DyingCustomers(table.customers(), calls, 97))
                        .handleRequest(Map.of(), new QuietContext());
            } catch (DyingCustomers.Killed killed) {
                told = "";
            }
        }

        assertThat(nights).isGreaterThan(10);
        assertThat(names).allSatisfy(name -> {
            assertThat(isHeldBack(FERN, name)).as(name).isTrue();
            assertThat(lines(FERN, name)).as(name).hasSize(1);
        });
    }

    @Test
    void one_who_cannot_be_told_does_not_hold_up_the_others_fails_the_call_and_is_tried_again_the_next_night() {
        List<String> names = crowd(3);
        CustomerId broken = at(FERN, names.getFirst()).id();
        Customers ill = new IllCustomers(table.customers(), broken);

        assertThatThrownBy(() -> night(ill).handleRequest(Map.of(), new QuietContext()))
                .hasMessageContaining("1 of them failed");
        assertThat(names.subList(1, 3)).allMatch(name -> isHeldBack(FERN, name));

        nextNight();
        assertThat(isHeldBack(FERN, names.getFirst())).isTrue();
    }

    private List<String> crowd(int people) {
        List<String> names = IntStream.range(0, people).mapToObj(i -> "p" + i).toList();
        names.forEach(name -> knows(FERN, name));
        names.forEach(name -> suppressed(name, Reason.HARD_BOUNCE));
        return names;
    }

    /** One of them cannot be read. */
    private record IllCustomers(Customers right, CustomerId broken) implements Customers {
        @Override
        public Slot find(StoreId store, CustomerId id) {
            if (id.equals(broken)) {
                throw new IllegalStateException("a stored item lacks body");
            }
            return right.find(store, id);
        }

        @Override
        public void log(StoreId store, CustomerId id, LogEntry entry) {
            right.log(store, id, entry);
        }

        @Override
        public Committed commit(StoreId store, Commit commit) {
            return right.commit(store, commit);
        }
    }
}
