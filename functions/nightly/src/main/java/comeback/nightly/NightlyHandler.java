package comeback.nightly;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.commit.BoughtTogether;
import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.Stores;
import comeback.json.Json;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoDueItems;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Map;

/** Called by its schedule; what it is called with does not matter. */
public final class NightlyHandler implements RequestHandler<Map<String, String>, String> {
    private final Reviewing reviewing;

    /** As Lambda makes it. */
    public NightlyHandler() {
        this(Surroundings.ofLambda());
    }

    private NightlyHandler(Surroundings lambda) {
        this(
                lambda.stores(),
                lambda.decisions(),
                new DynamoBoughtTogether(lambda.dynamo(), lambda.table()),
                new DynamoDueItems(lambda.dynamo(), lambda.table()),
                InstantSource.system());
    }

    public NightlyHandler(
            Stores stores,
            CustomerDecisions decisions,
            BoughtTogether together,
            DueItems dueItems,
            InstantSource clock) {
        this.reviewing = new Reviewing(stores, decisions, new Counting(together, clock), dueItems, clock);
    }

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
        Reviewing.Reviewed reviewed =
                reviewing.review(() -> context.getRemainingTimeInMillis() > Reviewing.TIME_NEEDED.toMillis());
        String told = Json.print(reviewed.toMap());
        context.getLogger().log(told);
        reviewed.orThrow();
        return told;
    }
}
