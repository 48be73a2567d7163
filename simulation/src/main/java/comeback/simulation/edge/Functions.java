package comeback.simulation.edge;

import comeback.commit.CachedStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.Engagements;
import comeback.commit.FlowShelf;
import comeback.commit.InMemoryBoughtTogether;
import comeback.commit.InMemoryReceipts;
import comeback.commit.InMemoryTable;
import comeback.commit.StockRequests;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.commit.Timelines;
import comeback.commit.WaveWork;
import comeback.feedback.FeedbackHandler;
import comeback.ingest.IngestHandler;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.importing.ImportPreview;
import comeback.send.Comebacks;
import comeback.send.Composer;
import comeback.send.Outlet;
import comeback.send.SendHandler;
import comeback.send.Sending;
import comeback.send.Shelves;
import comeback.send.Truth;
import comeback.shopper.ShopperHandler;
import comeback.wake.Judging;
import comeback.wake.Sweeper;
import comeback.wake.Waiting;
import comeback.wake.WakeHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The functions as they run in AWS, on ports of ours. The one place that knows how they are put together. An instance is
 * one environment; what is asked of it first starts then, as in AWS, and remembers what it is asked later.
 */
public final class Functions {
    public static final String PUBLIC_URL = "https://mail.example";

    private final Ports right;
    private final Ground ground;
    private final Edge edge;
    private final Supplier<String> owners;
    private final Mutation mutation;
    private final InstantSource clock;
    private Optional<IngestHandler> ingest = Optional.empty();
    private Optional<ShopperHandler> shopper = Optional.empty();
    private Optional<WakeHandler> wake = Optional.empty();
    private Optional<SendHandler> send = Optional.empty();
    private Optional<FeedbackHandler> feedback = Optional.empty();

    /**
     * Starts nothing yet.
     *
     * @param owners draws a fresh name for every attempt to send
     * @param mutation the mistake that is built in
     */
    public Functions(Ports right, Ground ground, Edge edge, Supplier<String> owners, Mutation mutation) {
        this.right = right;
        this.ground = ground;
        this.edge = edge;
        this.owners = owners;
        this.mutation = mutation;
        this.clock = mutation.clock(edge.time());
    }

    private Ports ports(String function) {
        return mutation.ports(function, right, clock);
    }

    /** Storefronts. */
    IngestHandler ingest() {
        IngestHandler handler = ingest.orElseGet(() -> ingest(ports("ingest"), ground, clock, mutation));
        ingest = Optional.of(handler);
        return handler;
    }

    /** Links in letters. */
    ShopperHandler shopper() {
        ShopperHandler handler = shopper.orElseGet(() -> shopper(ports("shopper"), ground, clock));
        shopper = Optional.of(handler);
        return handler;
    }

    /** Alarms and the sweeper. */
    WakeHandler wake() {
        WakeHandler handler = wake.orElseGet(() -> wake(ports("wake"), ground, clock, edge));
        wake = Optional.of(handler);
        return handler;
    }

    /** The door to SES. */
    SendHandler send() {
        SendHandler handler = send.orElseGet(() -> send(ports("send"), ground, clock, owners));
        send = Optional.of(handler);
        return handler;
    }

    /** What SES tells. */
    FeedbackHandler feedback() {
        FeedbackHandler handler = feedback.orElseGet(() -> feedback(ports("feedback"), ground, clock));
        feedback = Optional.of(handler);
        return handler;
    }

    private static CustomerDecisions decisions(Ports ports, Ground ground, InstantSource clock) {
        FlowShelf shelf = ground::flows;
        return new CustomerDecisions(
                ports.customers(), ports.alarms(), shelf, clock, (_, _, _, _) -> {}, ports.erasures());
    }

    private static Stores stores(Ports ports, InstantSource clock) {
        return new CachedStores(ports.stores(), clock);
    }

    private static WaveWork waves(Ports ports, CustomerDecisions decisions, InstantSource clock) {
        Stockroom room = ports.stockroom();
        return new WaveWork(room.catalogue(), room.waiting(), room.waves(), room.alarms(), decisions, clock);
    }

    private static StockRequests requests(Ports ports, CustomerDecisions decisions, InstantSource clock) {
        Stockroom room = ports.stockroom();
        return new StockRequests(decisions, room.catalogue(), room.waiting(), waves(ports, decisions, clock), clock);
    }

    private static IngestHandler ingest(Ports ports, Ground ground, InstantSource clock, Mutation mutation) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        return new IngestHandler(
                stores(ports, clock),
                mutation.happenings(requests(ports, decisions, clock)),
                new Stocktaking(ports.stockroom().catalogue(), waves(ports, decisions, clock), clock),
                new CouponDesk(ports.coupons(), ports.customers(), clock),
                new ImportPreview(ports.customers(), ground::flows, clock),
                clock);
    }

    private static ShopperHandler shopper(Ports ports, Ground ground, InstantSource clock) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        return new ShopperHandler(
                stores(ports, clock),
                ports.customers(),
                decisions,
                requests(ports, decisions, clock),
                ports.orders(),
                // No store of these worlds draws receipts so far.
                new InMemoryReceipts(),
                // Nobody of these worlds asks what is known of them.
                (_, _, _, _) -> new Timelines.Page(List.of(), Optional.empty()),
                untouched(),
                clock);
    }

    private static WakeHandler wake(Ports ports, Ground ground, InstantSource clock, Edge edge) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        Stores stores = stores(ports, clock);
        WaveWork waves = waves(ports, decisions, clock);
        Pacing pacing = ports.pacing();
        return new WakeHandler(
                stores,
                decisions,
                waves,
                new Sweeper(
                        stores,
                        decisions,
                        waves,
                        ports.messages(),
                        ports.dueItems(),
                        new Judging(stores, decisions, untouched(), clock),
                        (_, _) -> {},
                        clock),
                new Waiting(ports.messages(), ports.dueItems(), pacing.account(), pacing.alarms(), edge::rest, clock),
                clock);
    }

    private static SendHandler send(Ports ports, Ground ground, InstantSource clock, Supplier<String> owners) {
        Stockroom room = ports.stockroom();
        Pacing pacing = ports.pacing();
        return new SendHandler(new Sending(
                stores(ports, clock),
                ports.customers(),
                ports.messages(),
                new Truth(
                        ports.orders(),
                        ports.coupons(),
                        room.catalogue(),
                        new Shelves(room.catalogue(), room.waiting()),
                        new InMemoryBoughtTogether(),
                        // No store of these worlds draws receipts so far.
                        new InMemoryReceipts()),
                new Composer(ground::letters, PUBLIC_URL),
                ports.mailer(),
                new Outlet(pacing.account(), pacing.quota(), clock),
                new Comebacks(pacing.alarms(), clock),
                (_, _) -> {},
                clock,
                owners));
    }

    private static FeedbackHandler feedback(Ports ports, Ground ground, InstantSource clock) {
        return new FeedbackHandler(
                stores(ports, clock),
                ports.customers(),
                ports.messages(),
                untouched(),
                decisions(ports, ground, clock),
                clock);
    }

    /** In these worlds nobody follows a link by SES's way. */
    private static Engagements untouched() {
        return new InMemoryTable().engagements();
    }
}
