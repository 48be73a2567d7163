package comeback.wake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.commit.CustomerDecisions;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.customer.CustomerId;
import comeback.json.Json;
import comeback.store.StoreId;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoEngagements;
import comeback.table.DynamoMessages;
import comeback.table.DynamoSendingAccount;
import comeback.wave.WaveId;
import comeback.wiring.PrintedFlags;
import comeback.wiring.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Woken by Scheduler with {@code {"store": …, "customer": …}} for one customer, with {@code {"store": …, "wave": …}} for
 * news of returned stock, with {@code {"sweep": "true"}} to look after everything whose alarm was lost, or with
 * {@code {"sweep": "waiting"}} for the messages that were put back until now.
 */
public final class WakeHandler implements RequestHandler<Map<String, String>, String> {
    private final Stores stores;
    private final CustomerDecisions decisions;
    private final WaveWork waves;
    private final Sweeper sweeper;
    private final Waiting waiting;
    private final InstantSource clock;

    /** As Lambda makes it. */
    public WakeHandler() {
        this(Surroundings.ofLambda());
    }

    private WakeHandler(Surroundings lambda) {
        clock = InstantSource.system();
        stores = lambda.stores();
        decisions = lambda.decisions();
        var messages = new DynamoMessages(lambda.dynamo(), lambda.table());
        var dueItems = new DynamoDueItems(lambda.dynamo(), lambda.table());
        var account = new DynamoSendingAccount(lambda.dynamo(), lambda.table());
        waves = lambda.waves(decisions);
        var judging = new Judging(stores, decisions, new DynamoEngagements(lambda.dynamo(), lambda.table()), clock);
        var flags = new PrintedFlags(System.out);
        sweeper = new Sweeper(stores, decisions, waves, messages, dueItems, judging, flags, clock);
        waiting = new Waiting(messages, dueItems, account, lambda.alarms(), WakeHandler::rest, clock);
    }

    public WakeHandler(
            Stores stores,
            CustomerDecisions decisions,
            WaveWork waves,
            Sweeper sweeper,
            Waiting waiting,
            InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.waves = waves;
        this.sweeper = sweeper;
        this.waiting = waiting;
        this.clock = clock;
    }

    private static void rest(Instant until) {
        while (Instant.now().isBefore(until)) {
            LockSupport.parkUntil(until.toEpochMilli());
        }
    }

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
        Instant until = clock.instant().plus(Waiting.SHOWS_FOR);
        if ("waiting".equals(input.get("sweep"))) {
            return Json.print(waiting.show(until).toMap());
        }
        if (input.containsKey("sweep")) {
            Sweeper.Swept swept = sweeper.sweep();
            Waiting.Shown shown = waiting.show(until);
            sweeper.tell(swept, shown);
            swept.orThrow();
            return Json.print(Map.of("swept", swept.toMap(), "shown", shown.toMap()));
        }
        StoreId store = new StoreId(need(input, "store"));
        if (input.containsKey("wave")) {
            WaveId wave = new WaveId(need(input, "wave"));
            int told = stores.find(store).map(found -> waves.work(found, wave)).orElse(0);
            return Json.print(Map.of("told", told));
        }
        CustomerId customer = new CustomerId(need(input, "customer"));
        // A store that was taken away meanwhile has no customers to wake.
        stores.find(store).ifPresent(found -> decisions.woke(found, customer));
        return "{}";
    }

    private static String need(Map<String, String> input, String name) {
        return Optional.ofNullable(input.get(name))
                .orElseThrow(() -> new IllegalArgumentException("a wake-up call lacks \"" + name + "\""));
    }
}
