package comeback.wake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.customer.CustomerId;
import comeback.json.Json;
import comeback.store.StoreId;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoMessages;
import comeback.wave.WaveId;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Woken by Scheduler with {@code {"store": …, "customer": …}} for one customer, with
 * {@code {"store": …, "wave": …}} for news of returned stock, or with {@code {"sweep": "true"}} to look
 * after everything whose alarm was lost.
 */
public final class WakeHandler implements RequestHandler<Map<String, String>, String> {
    private final Stores stores;
    private final CustomerDecisions decisions;
    private final WaveWork waves;
    private final Sweeper sweeper;

    /** As Lambda makes it. */
    public WakeHandler() {
        this(Surroundings.ofLambda());
    }

    private WakeHandler(Surroundings lambda) {
        this(lambda, lambda.decisions());
    }

    private WakeHandler(Surroundings lambda, CustomerDecisions decisions) {
        this(
                lambda.stores(),
                decisions,
                lambda.waves(decisions),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new DynamoDueItems(lambda.dynamo(), lambda.table()),
                InstantSource.system());
    }

    public WakeHandler(
            Stores stores,
            CustomerDecisions decisions,
            WaveWork waves,
            Messages messages,
            DueItems dueItems,
            InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.waves = waves;
        this.sweeper = new Sweeper(stores, decisions, waves, messages, dueItems, clock);
    }

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
        if (input.containsKey("sweep")) {
            return Json.print(sweeper.sweep().toMap());
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
