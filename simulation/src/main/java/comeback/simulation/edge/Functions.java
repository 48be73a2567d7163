package comeback.simulation.edge;

import comeback.commit.CachedStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.FlowShelf;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemoryCoupons;
import comeback.commit.InMemorySendingAccount;
import comeback.commit.InMemoryWaves;
import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Quota;
import comeback.commit.StockRequests;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.feedback.FeedbackHandler;
import comeback.ingest.IngestHandler;
import comeback.ingest.coupons.CouponDesk;
import comeback.send.Comebacks;
import comeback.send.Composer;
import comeback.send.Outlet;
import comeback.send.SendHandler;
import comeback.send.Sending;
import comeback.send.Shelves;
import comeback.send.Truth;
import comeback.shopper.ShopperHandler;
import comeback.wake.Sweeper;
import comeback.wake.Waiting;
import comeback.wake.WakeHandler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The functions as they run in AWS, on ports of ours. The one place that knows how they are put together.
 *
 * @param ingest storefronts
 * @param shopper links in letters
 * @param wake alarms and the sweeper
 * @param send the door to SES
 * @param feedback what SES tells
 */
public record Functions(
        IngestHandler ingest, ShopperHandler shopper, WakeHandler wake, SendHandler send, FeedbackHandler feedback) {
    public static final String PUBLIC_URL = "https://mail.example";

    private static final Quota QUOTA = new Quota(1_000_000, -1, 0, Instant.EPOCH);

    /**
     * Puts them together.
     *
     * @param owners draws a fresh name for every attempt to send
     * @param mutation the mistake that is built in
     */
    public static Functions over(
            Ports right, Ground ground, InstantSource time, Supplier<String> owners, Mutation mutation) {
        InstantSource clock = mutation.clock(time);
        return new Functions(
                ingest(mutation.ports("ingest", right, clock), ground, clock, mutation),
                shopper(mutation.ports("shopper", right, clock), ground, clock),
                wake(mutation.ports("wake", right, clock), ground, clock),
                send(mutation.ports("send", right, clock), ground, clock, owners),
                feedback(mutation.ports("feedback", right, clock), ground, clock));
    }

    /** What the shops sell. Nobody reports stock in these worlds so far, so each function sees empty shelves. */
    private record Shelf(InMemoryCatalogue catalogue, InMemoryWaves waiting) {
        static Shelf empty() {
            return new Shelf(new InMemoryCatalogue(), new InMemoryWaves());
        }

        WaveWork waves(CustomerDecisions decisions, InstantSource clock) {
            return new WaveWork(catalogue, waiting, waiting, (_, _, _) -> {}, decisions, clock);
        }

        StockRequests requests(CustomerDecisions decisions, InstantSource clock) {
            return new StockRequests(decisions, catalogue, waiting, waves(decisions, clock), clock);
        }

        Shelves shelves() {
            return new Shelves(catalogue, waiting);
        }
    }

    private static CustomerDecisions decisions(Ports ports, Ground ground, InstantSource clock) {
        FlowShelf shelf = ground::flows;
        return new CustomerDecisions(ports.customers(), ports.alarms(), shelf, clock, (_, _, _, _) -> {});
    }

    private static Stores stores(Ports ports, InstantSource clock) {
        return new CachedStores(ports.stores(), clock);
    }

    private static IngestHandler ingest(Ports ports, Ground ground, InstantSource clock, Mutation mutation) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        Shelf shelf = Shelf.empty();
        return new IngestHandler(
                stores(ports, clock),
                mutation.happenings(shelf.requests(decisions, clock)),
                new Stocktaking(shelf.catalogue(), shelf.waves(decisions, clock)),
                // No store of these worlds gives coupons so far.
                new CouponDesk(new InMemoryCoupons(), ports.customers(), clock),
                clock);
    }

    private static ShopperHandler shopper(Ports ports, Ground ground, InstantSource clock) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        return new ShopperHandler(
                stores(ports, clock),
                ports.customers(),
                decisions,
                Shelf.empty().requests(decisions, clock),
                clock);
    }

    private static WakeHandler wake(Ports ports, Ground ground, InstantSource clock) {
        CustomerDecisions decisions = decisions(ports, ground, clock);
        Stores stores = stores(ports, clock);
        WaveWork waves = Shelf.empty().waves(decisions, clock);
        // A function takes no time here, so all that waits is shown at once.
        return new WakeHandler(
                stores,
                decisions,
                waves,
                new Sweeper(stores, decisions, waves, ports.messages(), ports.dueItems(), (_, _) -> {}, clock),
                new Waiting(ports.messages(), ports.dueItems(), account(), _ -> {}, _ -> {}, clock),
                clock);
    }

    private static SendHandler send(Ports ports, Ground ground, InstantSource clock, Supplier<String> owners) {
        return new SendHandler(new Sending(
                stores(ports, clock),
                ports.customers(),
                ports.messages(),
                new Truth(
                        ports.orders(),
                        new InMemoryCoupons(),
                        new InMemoryCatalogue(),
                        Shelf.empty().shelves()),
                new Composer(ground::letters, PUBLIC_URL),
                ports.mailer(),
                new Outlet(account(), _ -> Optional.of(QUOTA), clock),
                new Comebacks(_ -> {}, clock),
                (_, _) -> {},
                clock,
                owners));
    }

    /** More than these worlds send: whether the pace is kept is shown elsewhere. */
    private static SendingAccount account() {
        SendingAccount account = new InMemorySendingAccount();
        account.keep(QUOTA);
        return account;
    }

    private static FeedbackHandler feedback(Ports ports, Ground ground, InstantSource clock) {
        return new FeedbackHandler(
                stores(ports, clock), ports.customers(), ports.messages(), decisions(ports, ground, clock), clock);
    }
}
