package comeback.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.customer.Consent;
import comeback.customer.Customer;
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
import comeback.store.KeyClass;
import comeback.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerDecisionsTest {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final Ref ADA = Ref.user("ada");
    private static final Ref BROWSER = Ref.anonymous("browser-1");
    private static final EmailAddress ADDRESS = new EmailAddress("ada@example.com");

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final InMemoryAlarms alarms = new InMemoryAlarms();
    private final List<String> born = new ArrayList<>();
    private Instant now = Samples.NOW;
    private Consent consent = new Consent.Given(now, "test");
    private final CustomerDecisions decisions = new CustomerDecisions(
            table.customers(),
            alarms,
            () -> FLOWS,
            () -> now,
            (store, customer, input, decision) ->
                    decision.messages().stream().map(Message::name).forEach(born::add));

    private static final Event FILLS_A_CART = new Event.ProductAdded(
            new Line(
                    "mug",
                    Optional.empty(),
                    "Mug",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    Optional.empty()),
            CartRef.UNNAMED);

    private void report(String id, Event event, List<Ref> refs, Optional<EmailAddress> email) {
        report(id, event, refs, email, KeyClass.SECRET);
    }

    private void report(String id, Event event, List<Ref> refs, Optional<EmailAddress> email, KeyClass keyClass) {
        decisions.happened(
                STORE,
                new StoreEvent(
                        id,
                        "test",
                        now,
                        now,
                        refs,
                        email,
                        event instanceof Event.SignedUp || event instanceof Event.CustomerUpdated,
                        Profile.EMPTY,
                        consent,
                        keyClass,
                        false,
                        event),
                Map.of());
    }

    private Customer customer(Ref ref) {
        return table.customers().at(STORE.id(), CustomerId.of(ref));
    }

    @Test
    void the_same_report_twice_is_once() {
        report("e-1", FILLS_A_CART, List.of(ADA), Optional.empty());
        report("e-1", FILLS_A_CART, List.of(ADA), Optional.empty());

        assertThat(customer(ADA).shopping().cart().orElseThrow().pieces()).isEqualTo(1);
        assertThat(customer(ADA).version()).isEqualTo(1);
        assertThat(memory.timeline(STORE.id(), CustomerId.of(ADA))).hasSize(1);
    }

    @Test
    void a_report_that_fell_before_its_alarm_was_set_sets_it_when_repeated() {
        report("e-0", new Event.CustomerUpdated(), List.of(ADA, Ref.email(ADDRESS)), Optional.of(ADDRESS));
        alarms.breakDown();
        assertThatThrownBy(() -> report("e-1", FILLS_A_CART, List.of(ADA, Ref.email(ADDRESS)), Optional.of(ADDRESS)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(alarms.all()).isEmpty();

        alarms.recover();
        report("e-1", FILLS_A_CART, List.of(ADA), Optional.empty());

        assertThat(alarms.all()).hasSize(1);
        assertThat(customer(ADA).shopping().cart().orElseThrow().pieces()).isEqualTo(1);
    }

    @Test
    void a_browser_then_an_address_then_an_account_are_one_customer() {
        report("e-1", FILLS_A_CART, List.of(BROWSER), Optional.empty());
        report("e-2", FILLS_A_CART, List.of(BROWSER), Optional.of(ADDRESS));
        report("e-3", new Event.SignedUp(), List.of(ADA, BROWSER), Optional.of(ADDRESS));

        Customer ada = customer(ADA);
        assertThat(ada.shopping().cart().orElseThrow().pieces()).isEqualTo(2);
        assertThat(customer(BROWSER)).isEqualTo(ada);
        assertThat(customer(Ref.email(ADDRESS))).isEqualTo(ada);
        assertThat(ada.id()).isEqualTo(CustomerId.of(ADA));
    }

    @Test
    void a_guest_who_registers_during_checkout_and_pays_gets_no_reminder() {
        report("e-1", FILLS_A_CART, List.of(BROWSER), Optional.of(ADDRESS));
        report("e-2", new Event.SignedUp(), List.of(ADA), Optional.of(ADDRESS));
        report("e-3", new Event.OrderCompleted(Samples.order(), Set.of()), List.of(ADA), Optional.empty());
        for (InMemoryAlarms.Alarm alarm : alarms.all()) {
            now = alarm.at();
            decisions.woke(STORE, alarm.customer());
        }

        assertThat(born).doesNotContain("need-help").contains("thanks-for-your-order");
    }

    @Test
    void a_guest_whose_order_names_the_address_of_a_left_cart_gets_no_reminder() {
        report("e-1", FILLS_A_CART, List.of(BROWSER), Optional.of(ADDRESS));
        report("e-2", new Event.OrderCompleted(Samples.order(), Set.of()), List.of(ADA), Optional.of(ADDRESS));

        assertThat(customer(BROWSER).shopping().cart()).isEmpty();
    }

    @Test
    void two_accounts_in_one_browser_stay_two_customers() {
        Ref bob = Ref.user("bob");
        report("e-1", new Event.CustomerUpdated(), List.of(ADA, BROWSER), Optional.empty());
        report("e-2", new Event.CustomerUpdated(), List.of(bob, BROWSER), Optional.empty());
        report("e-3", FILLS_A_CART, List.of(BROWSER), Optional.empty());

        assertThat(customer(ADA).shopping().cart()).isEmpty();
        assertThat(customer(bob).shopping().cart()).isPresent();
    }

    @Test
    void nobody_takes_over_an_account_by_typing_its_address_in_a_browser() {
        report("e-1", new Event.CustomerUpdated(), List.of(ADA, Ref.email(ADDRESS)), Optional.of(ADDRESS));

        report(
                "e-2",
                new Event.CustomerUpdated(),
                List.of(Ref.user("mallory"), Ref.email(ADDRESS)),
                Optional.of(ADDRESS),
                KeyClass.PUBLIC);

        assertThat(customer(ADA).id()).isEqualTo(CustomerId.of(ADA));
        Customer mallory = customer(Ref.user("mallory"));
        assertThat(mallory.id()).isNotEqualTo(CustomerId.of(ADA));
        assertThat(mallory.identity().email()).isEmpty();
        assertThat(customer(Ref.email(ADDRESS)).id()).isEqualTo(CustomerId.of(ADA));
    }

    @Test
    void when_two_become_one_the_stricter_consent_wins() {
        report("e-1", new Event.Unsubscribed(), List.of(Ref.email(ADDRESS)), Optional.of(ADDRESS));
        now = now.plusSeconds(60);
        report("e-2", new Event.SignedUp(), List.of(ADA), Optional.empty());
        consent = Consent.unknown();
        report("e-3", new Event.CustomerUpdated(), List.of(ADA), Optional.of(ADDRESS));

        assertThat(customer(ADA).consent()).isInstanceOf(Consent.Withdrawn.class);
    }

    @Test
    void an_alarm_for_someone_who_moved_finds_them() {
        report("e-1", FILLS_A_CART, List.of(BROWSER), Optional.of(ADDRESS));
        report("e-2", new Event.SignedUp(), List.of(ADA), Optional.of(ADDRESS));
        InMemoryAlarms.Alarm first = alarms.all().getFirst();

        now = now.plusSeconds(3600);
        decisions.woke(STORE, first.customer());

        assertThat(born).contains("need-help");
    }

    @Test
    void an_alarm_for_nobody_does_nothing() {
        decisions.woke(STORE, CustomerId.of(Ref.user("nobody")));

        assertThat(table.customers().find(STORE.id(), CustomerId.of(Ref.user("nobody"))))
                .isInstanceOf(Slot.Nobody.class);
    }
}
