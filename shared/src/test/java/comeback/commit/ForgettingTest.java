package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Wanted;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.customer.Suppression;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.PersonEvent;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flow.Input;
import comeback.flowfile.FlowFiles;
import comeback.message.MessageId;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final Ref ADA = Ref.user("ada");
    private static final Ref BROWSER = Ref.anonymous("browser-1");
    private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(11);

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemoryWaves waves = new InMemoryWaves();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private Instant now = Samples.NOW;
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(),
            alarms,
            () -> FLOWS,
            () -> now,
            (store, customer, input, decision) -> {},
            memory.erasures(waves));
    private final StockRequests requests = new StockRequests(
            decisions,
            new InMemoryCatalogue(),
            waves,
            new WaveWork(new InMemoryCatalogue(), waves, waves, (_, _, _) -> {}, decisions, () -> now),
            () -> now);

    private static final Line MUG = new Line(
            "mug",
            Optional.of("small"),
            "Mug",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty());

    private void report(String id, Instant at, Event event, List<Ref> refs, Consent consent, KeyClass keyClass) {
        requests.happened(
                STORE,
                new StoreEvent(
                        id,
                        "test",
                        at,
                        now,
                        refs,
                        refs.contains(BROWSER) ? Optional.empty() : Optional.of(ADDRESS),
                        true,
                        Profile.EMPTY,
                        consent,
                        keyClass,
                        false,
                        event),
                Map.of("email", ADDRESS.value()));
    }

    private void report(String id, Event event, Ref... refs) {
        report(id, now, event, List.of(refs), new Consent.Given(now, "form"), KeyClass.SECRET);
    }

    private void late(String id, Event event, Ref... refs) {
        report(id, Samples.NOW, event, List.of(refs), Consent.unknown(), KeyClass.SECRET);
    }

    private static Event fillsACart() {
        return new Event.ProductAdded(MUG, CartRef.UNNAMED);
    }

    private Slot slot() {
        return table.customers().find(STORE.id(), CustomerId.of(ADA));
    }

    private Customer ada() {
        return table.customers().at(STORE.id(), CustomerId.of(ADA));
    }

    private void adaIsForgotten() {
        report("e-1", new Event.SignedUp(), ADA, BROWSER);
        report("e-2", fillsACart(), ADA);
        report("e-3", new StockRequestEvent.BackInStockSubscribed(MUG), ADA);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(requests.forget(STORE, CustomerId.of(Ref.email(ADDRESS)))).isPresent();
    }

    private void nothingIsLeftAfterAWhile() {
        now = now.plus(LONG_ENOUGH);
        decisions.woke(STORE, CustomerId.of(ADA));
        assertThat(slot())
                .isInstanceOfSatisfying(
                        Slot.Gone.class,
                        gone -> assertThat(gone.stone().doneAt()).contains(now));
    }

    @Test
    void whoever_is_forgotten_leaves_no_line_no_message_and_no_place_on_a_list() {
        report("e-1", new Event.SignedUp(), ADA);
        List<MessageId> born = memory.timeline(STORE.id(), CustomerId.of(ADA)).stream()
                .flatMap(line -> line.messages().stream())
                .toList();
        assertThat(born).isNotEmpty();

        adaIsForgotten();

        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
        assertThat(born)
                .allSatisfy(
                        id -> assertThat(table.messages().find(STORE.id(), id)).isEmpty());
        assertThat(waves.first(STORE.id(), new Wanted("mug", "small"), 10)).isEmpty();
        assertThat(ada()).isEqualTo(Customer.unknown(CustomerId.of(ADA)));
    }

    @Test
    void what_waited_for_them_finds_nobody() {
        adaIsForgotten();

        now = now.plus(Duration.ofHours(2));
        decisions.woke(STORE, CustomerId.of(ADA));
        decisions.askedToStop(STORE, CustomerId.of(ADA), new Input.AskedToStop(now, "page"));
        decisions.reported(
                STORE,
                CustomerId.of(ADA),
                Samples.message("cart-1").id(),
                new Input.Undeliverable(
                        new Suppression(ADDRESS.inbox(), Suppression.Reason.COMPLAINT, now), "report-1"),
                "Email Complaint");

        assertThat(slot()).isInstanceOf(Slot.Gone.class);
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
    }

    @Test
    void an_event_from_before_brings_nobody_back_however_late_and_by_whatever_name() {
        adaIsForgotten();
        nothingIsLeftAfterAWhile();

        now = now.plus(Duration.ofDays(30));
        late("e-4", fillsACart(), ADA);
        late("e-5", fillsACart(), Ref.email(ADDRESS));
        late("e-6", fillsACart(), BROWSER);
        late("e-7", fillsACart(), Ref.user("ada-again"));
        late("e-8", new StockRequestEvent.BackInStockSubscribed(MUG), ADA);

        assertThat(slot()).isInstanceOf(Slot.Gone.class);
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
        assertThat(table.customers().find(STORE.id(), CustomerId.of(Ref.user("ada-again"))))
                .isInstanceOf(Slot.Nobody.class);
        assertThat(waves.first(STORE.id(), new Wanted("mug", "small"), 10)).isEmpty();
    }

    @Test
    void a_page_that_stays_open_in_the_browser_brings_nobody_back_while_we_forget() {
        adaIsForgotten();

        now = now.plusSeconds(30);
        report("e-4", fillsACart(), ADA);

        assertThat(slot()).isInstanceOf(Slot.Gone.class);
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
    }

    @Test
    void a_line_that_was_being_written_at_that_moment_is_found_by_the_second_look() {
        adaIsForgotten();
        table.customers().log(STORE.id(), CustomerId.of(ADA), Samples.log("e-9"));
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).hasSize(1);

        nothingIsLeftAfterAWhile();

        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
    }

    @Test
    void who_comes_again_is_somebody_new_who_gets_no_marketing_until_they_agree() {
        adaIsForgotten();
        nothingIsLeftAfterAWhile();
        now = now.plus(Duration.ofDays(3));

        report("e-4", now, fillsACart(), List.of(ADA), Consent.unknown(), KeyClass.SECRET);

        assertThat(ada().consent()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(ada().shopping().cart()).isPresent();
        assertThat(ada().journeys()).isEmpty();

        now = now.plus(Duration.ofDays(1));
        report("e-5", new Event.SignedUp(), ADA);
        assertThat(ada().consent()).isEqualTo(new Consent.Given(now, "form"));
    }

    @Test
    void an_address_that_reported_spam_is_known_again_though_it_is_forgotten() {
        report("e-1", new Event.SignedUp(), ADA);
        decisions.reported(
                STORE,
                CustomerId.of(ADA),
                Samples.message("cart-1").id(),
                new Input.Undeliverable(
                        new Suppression(ADDRESS.inbox(), Suppression.Reason.COMPLAINT, now), "report-1"),
                "Email Complaint");
        adaIsForgotten();
        nothingIsLeftAfterAWhile();
        now = now.plus(Duration.ofDays(3));

        report("e-10", new Event.SignedUp(), ADA);

        assertThat(ada().isSuppressed(new EmailAddress("Ada@example.com"))).isTrue();
        assertThat(ada().isSuppressed(new EmailAddress("bob@example.com"))).isFalse();
        assertThat(ada().suppressions()).noneMatch(held -> held.inbox().contains("@"));
    }

    @Test
    void a_browser_that_was_theirs_may_be_used_by_somebody_else() {
        adaIsForgotten();
        Ref bob = Ref.user("bob");

        report("e-4", now, fillsACart(), List.of(bob, BROWSER), Consent.unknown(), KeyClass.SECRET);

        assertThat(table.customers().at(STORE.id(), CustomerId.of(BROWSER)).id())
                .isEqualTo(CustomerId.of(bob));
        assertThat(slot()).isInstanceOf(Slot.Gone.class);
    }

    @Test
    void a_shop_system_that_redacts_its_customer_forgets_them_by_every_name() {
        report("e-1", new Event.SignedUp(), ADA, BROWSER);
        report("e-2", new PersonEvent.CustomerRedacted(), ADA, Ref.email(ADDRESS));

        assertThat(slot()).isInstanceOf(Slot.Gone.class);
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).isEmpty();
    }

    @Test
    void a_browser_can_not_have_somebody_forgotten() {
        report("e-1", new Event.SignedUp(), ADA);
        report("e-2", now, new PersonEvent.CustomerRedacted(), List.of(ADA), Consent.unknown(), KeyClass.PUBLIC);

        assertThat(slot()).isInstanceOf(Slot.Here.class);
    }

    @Test
    void who_was_never_met_can_not_be_forgotten_and_twice_is_once() {
        assertThat(requests.forget(STORE, CustomerId.of(ADA))).isEmpty();

        adaIsForgotten();
        Slot first = slot();
        assertThat(requests.forget(STORE, CustomerId.of(ADA))).isPresent();
        assertThat(slot()).isEqualTo(first);
    }
}
