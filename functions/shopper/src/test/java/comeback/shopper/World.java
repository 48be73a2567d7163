package comeback.shopper;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.QuietContext;
import comeback.TestStores;
import comeback.catalogue.Wanted;
import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryReceipts;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryWaves;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.commit.StockRequests;
import comeback.commit.TablePorts;
import comeback.commit.WaveWork;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Order;
import comeback.customer.Ref;
import comeback.flow.Flows;
import comeback.link.UnsubscribeToken;
import comeback.message.MessageId;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The function with everything around it in memory, at a time that stands still until it is moved. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Store SHOP = TestStores.demo();
    static final Store OTHER = withSecret(
            TestStores.named("other", MarketingPolicy.DEFAULT, Set.of()),
            "another-link-secret-of-more-than-32-characters");

    private final InMemoryTable table = new InMemoryTable();
    private final TablePorts ports = table.ports();
    private final Customers customers = new MayBeDown(ports.customers());
    private final InMemoryWaves waiting = new InMemoryWaves();
    private final InMemoryReceipts receipts = new InMemoryReceipts();
    private final QuietContext context = new QuietContext();
    private final ShopperHandler handler;
    private Instant now = NOW;
    private boolean isDown;

    World() {
        this(SHOP);
    }

    World(Store shop) {
        ports.stores().save(shop);
        ports.stores().save(OTHER);
        var decisions = new CustomerDecisions(
                customers,
                (store, customer, at) -> {},
                () -> new Flows(List.of()),
                () -> now,
                (store, customer, input, decision) -> {},
                table.erasures(waiting));
        var catalogue = new InMemoryCatalogue();
        var waves = new WaveWork(catalogue, waiting, waiting, (store, wave, at) -> {}, decisions, () -> now);
        var requests = new StockRequests(decisions, catalogue, waiting, waves, () -> now);
        this.handler = new ShopperHandler(
                ports.stores(),
                customers,
                decisions,
                requests,
                ports.orders(),
                receipts,
                ports.timelines(),
                table.engagements(),
                () -> now);
    }

    APIGatewayV2HTTPResponse send(Asked asked) {
        return handler.handleRequest(asked.event(), context);
    }

    APIGatewayV2HTTPResponse get(String path) {
        return send(Asked.by("GET", path));
    }

    /** Lets the shop know someone; the path of the link in their letter. */
    String linkOf(Customer customer) {
        keep(customer, List.of());
        return linkOf(customer.id());
    }

    /** Lets the shop know of an order, as it is now. */
    void keep(Order order) {
        Customer nobody = customer(CustomerId.of(Ref.user("of " + order.id())));
        ports.customers()
                .commit(
                        SHOP.id(),
                        new Commit(nobody, List.of(), Set.of(), List.of(), List.of(order), Optional.empty()));
    }

    void keep(Customer customer, List<Commit.Merged> merged) {
        ports.customers()
                .commit(SHOP.id(), new Commit(customer, merged, Set.of(), List.of(), List.of(), Optional.empty()));
    }

    static String linkOf(CustomerId customer) {
        return "/u/" + token(customer).signedBy(SHOP);
    }

    static UnsubscribeToken token(CustomerId customer) {
        return new UnsubscribeToken(SHOP.id(), customer, MessageId.of(SHOP.id(), "cart", "cart-1", "1"));
    }

    Customer customer(CustomerId id) {
        return ports.customers().at(SHOP.id(), id);
    }

    Consent consentOf(CustomerId customer) {
        return customer(customer).consent();
    }

    List<LogEntry> timelineOf(CustomerId customer) {
        return table.timeline(SHOP.id(), customer);
    }

    /** Who waits for something. */
    List<Waiter> waitersFor(Wanted wanted) {
        return waiting.first(SHOP.id(), wanted, 10);
    }

    InMemoryReceipts receipts() {
        return receipts;
    }

    List<String> log() {
        return context.lines();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The shop's settings change. */
    void asksAbout(List<String> days) {
        ports.stores()
                .save(new Store(
                        SHOP.id(),
                        SHOP.brand().withDays(days),
                        SHOP.sender(),
                        SHOP.locale(),
                        SHOP.locales(),
                        SHOP.zone(),
                        SHOP.keys(),
                        SHOP.linkSecret(),
                        SHOP.flowsOff(),
                        SHOP.policy()));
    }

    void tableGoesDown() {
        isDown = true;
    }

    static Store withSecret(Store store, String secret) {
        return new Store(
                store.id(),
                store.brand(),
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                secret,
                store.flowsOff(),
                store.policy());
    }

    /** Customers in a table that can be taken away. */
    private final class MayBeDown implements Customers {
        private final Customers kept;

        MayBeDown(Customers kept) {
            this.kept = kept;
        }

        @Override
        public Slot find(StoreId store, CustomerId id) {
            return reached().find(store, id);
        }

        @Override
        public void log(StoreId store, CustomerId id, LogEntry entry) {
            reached().log(store, id, entry);
        }

        @Override
        public Committed commit(StoreId store, Commit commit) {
            return reached().commit(store, commit);
        }

        private Customers reached() {
            if (isDown) {
                throw new IllegalStateException("the table is down");
            }
            return kept;
        }
    }
}
