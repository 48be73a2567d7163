package comeback.nightly;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import comeback.commit.BoughtTogether;
import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.Stores;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoReconciliations;
import comeback.table.DynamoStores;
import comeback.table.DynamoTallies;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Called by its schedule; what it is called with does not matter. */
public final class NightlyHandler implements RequestHandler<Map<String, String>, String> {
    /** Of many failures a few tell why. */
    private static final int FAILURES_TOLD = 4;

    private final Reviewing reviewing;
    private final Reconciling reconciling;
    private final Stopping stopping;

    /** As Lambda makes it. */
    public NightlyHandler() {
        this(Surroundings.ofLambda());
    }

    private NightlyHandler(Surroundings lambda) {
        this(lambda, lambda.stores(), lambda.decisions());
    }

    private NightlyHandler(Surroundings lambda, Stores stores, CustomerDecisions decisions) {
        this(
                stores,
                decisions,
                new DynamoBoughtTogether(lambda.dynamo(), lambda.table()),
                new DynamoDueItems(lambda.dynamo(), lambda.table()),
                new Reconciling(
                        stores,
                        new DynamoStores(lambda.dynamo(), lambda.table()),
                        decisions,
                        new SesSuppressionList(SesV2Client.builder()
                                .httpClient(lambda.http())
                                .overrideConfiguration(Surroundings::bounded)
                                .build()),
                        new DynamoReconciliations(lambda.dynamo(), lambda.table()),
                        InstantSource.system()),
                new Stopping(
                        new DynamoStores(lambda.dynamo(), lambda.table()),
                        new DynamoTallies(lambda.dynamo(), lambda.table()),
                        lambda.flows(),
                        InstantSource.system()),
                InstantSource.system());
    }

    public NightlyHandler(
            Stores stores,
            CustomerDecisions decisions,
            BoughtTogether together,
            DueItems dueItems,
            Reconciling reconciling,
            Stopping stopping,
            InstantSource clock) {
        this.reviewing = new Reviewing(stores, decisions, new Counting(together, clock), dueItems, clock);
        this.reconciling = reconciling;
        this.stopping = stopping;
    }

    @Override
    public String handleRequest(Map<String, String> input, Context context) {
        BooleanSupplier hasTime = () -> context.getRemainingTimeInMillis() > Reviewing.TIME_NEEDED.toMillis();
        Reviewing.Reviewed reviewed = reviewing.review(hasTime);
        Reconciling.Reconciled reconciled = reconciling.reconcile(hasTime);
        Stopping.Done done = stopping.stop(hasTime);
        List<RuntimeException> failures = Stream.of(reviewed.failures(), reconciled.failures(), done.failures())
                .flatMap(List::stream)
                .toList();
        String told = Json.print(new Tree()
                .with("reviewed", reviewed.customers())
                .with("done", reviewed.isDone())
                .with("suppressed", reconciled.told())
                .with("listStopped", Optional.of(reconciled.stopped()).filter(why -> !why.isEmpty()))
                .with("stopped", done.stopped())
                .with("failed", failures.size())
                .toMap());
        context.getLogger().log(LogLine.of(told));
        orThrow(failures);
        return told;
    }

    /** The call has failed when one of its customers has, so that somebody is told. */
    private static void orThrow(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            var failure = new IllegalStateException(
                    "a review could not look at everybody who is due: " + failures.size() + " of them failed",
                    failures.getFirst());
            failures.stream().skip(1).limit(FAILURES_TOLD).forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
