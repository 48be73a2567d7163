package comeback.simulation.wire;

import comeback.QuietContext;
import comeback.TestStores;
import comeback.commit.CachedStores;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.json.Json;
import comeback.nightly.NightlyHandler;
import comeback.nightly.Reconciling;
import comeback.nightly.Stopping;
import comeback.nightly.SuppressionList;
import comeback.simulation.dynamo.Image;
import comeback.simulation.dynamo.Table;
import comeback.store.Store;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoDueItems;
import comeback.table.DynamoReconciliations;
import comeback.table.DynamoStores;
import comeback.table.DynamoTallies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A night in which some are due among many others, in the simulator's table, behind the real adapters and the real SDK. */
final class Night {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration QUIET = Duration.ofDays(61);

    /** As a customer's place stands in a key. */
    private static final Pattern PLACE = Pattern.compile("S#demo#C#([A-Za-z0-9]+)");

    private final Table table = SdkSeam.table(() -> this.now, this::changed);
    private final DynamoDbClient dynamo = Clients.over(
                    new WireClient(Map.of("dynamodb", new DynamoWire(table, Optional.empty())), this::pass))
            .dynamo();
    private final DynamoCustomers customers = new DynamoCustomers(dynamo, SdkSeam.TABLE);
    private final Set<String> due = new HashSet<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private Instant now = BEGIN;
    private boolean isCounting;
    private boolean isTransaction;
    private double readUnits;
    private long writeUnits;
    private int notDueButRead;
    private int begun;

    /**
     * What it took.
     *
     * @param calls to the table, by what was asked
     * @param readUnits of the table and its index
     * @param writeUnits of the table and its index
     * @param notDueButRead how often somebody stood in an answer who is not due
     * @param begun letters that were born
     */
    record Cost(Map<String, Integer> calls, double readUnits, long writeUnits, int notDueButRead, int begun) {
        int allCalls() {
            return calls.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Makes it.
     *
     * @param due who have been quiet for two months
     * @param others of whom half are due in two months, and half wait for nothing
     */
    Night(int due, int others) {
        new DynamoStores(dynamo, SdkSeam.TABLE).save(STORE);
        for (int person = 0; person < due; person++) {
            this.due.add(known("due-" + person, Optional.of(BEGIN.plus(Duration.ofDays(60)))));
        }
        Instant later = BEGIN.plus(QUIET).plus(Duration.ofDays(60));
        for (int person = 0; person < others; person++) {
            known("other-" + person, person % 2 == 0 ? Optional.of(later) : Optional.empty());
        }
    }

    /** One put where they lie, by the mapper that every function has. */
    private String known(String name, Optional<Instant> reviewAt) {
        Customer unknown = Customer.unknown(CustomerId.of(Ref.user(name)));
        Customer known = unknown.with(unknown.identity().with(new EmailAddress(name + "@example.com")))
                .with((Consent) new Consent.Given(BEGIN, "form"))
                .with(unknown.recentEvents().seen(Sign.VISIT, BEGIN))
                .withAlarmAt(reviewAt);
        customers.commit(STORE.id(), new Commit(known, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
        return known.id().value();
    }

    /** Has the night work until nobody is due, and counts. */
    Cost cost() {
        now = BEGIN.plus(QUIET);
        var decisions = new CustomerDecisions(
                customers,
                (store, customer, at) -> {},
                () -> FLOWS,
                () -> now,
                (store, customer, input, decision) -> {});
        var stores = new DynamoStores(dynamo, SdkSeam.TABLE);
        SuppressionList nobody =
                (from, until, page, limit) -> new SuppressionList.Answer.Page(List.of(), Optional.empty());
        var night = new NightlyHandler(
                new CachedStores(stores, () -> now),
                decisions,
                new DynamoBoughtTogether(dynamo, SdkSeam.TABLE),
                new DynamoDueItems(dynamo, SdkSeam.TABLE),
                new Reconciling(
                        stores, stores, decisions, nobody, new DynamoReconciliations(dynamo, SdkSeam.TABLE), () -> now),
                new Stopping(stores, new DynamoTallies(dynamo, SdkSeam.TABLE), () -> FLOWS, () -> now),
                () -> now);
        isCounting = true;
        night.handleRequest(Map.of(), new QuietContext());
        isCounting = false;
        return new Cost(calls, readUnits, writeUnits, notDueButRead, begun);
    }

    private Reply pass(Asked asked, Attempt attempt) {
        isTransaction = asked.operation().startsWith("Transact");
        Reply reply = asked.effect().get();
        if (isCounting) {
            calls.merge(asked.operation(), 1, Integer::sum);
            readUnits += Bill.readUnits(asked, reply);
            Matcher place = PLACE.matcher(Json.print(reply.body()));
            while (place.find()) {
                notDueButRead += due.contains(place.group(1)) ? 0 : 1;
            }
        }
        return reply;
    }

    private void changed(Image before, Image after) {
        if (isCounting) {
            writeUnits += Bill.writeUnits(before, after, isTransaction);
            begun += before.isAbsent() && after.text("pk").contains("#M#") ? 1 : 0;
        }
    }
}
