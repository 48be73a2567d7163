package comeback.simulation.wire;

import comeback.TestStores;
import comeback.catalogue.Report;
import comeback.catalogue.Stock;
import comeback.catalogue.Wanted;
import comeback.commit.Commit;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.NotingCustomers;
import comeback.commit.StockRequests;
import comeback.commit.Stocktaking;
import comeback.commit.WaitingList;
import comeback.commit.WaveWork;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.simulation.dynamo.Image;
import comeback.simulation.dynamo.Table;
import comeback.store.Store;
import comeback.table.DynamoCatalogue;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoSightings;
import comeback.table.DynamoWaitingList;
import comeback.table.DynamoWaves;
import comeback.wave.Waiter;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** So many people who wait for one mug, in the simulator's table, behind the real adapters and the real SDK. */
final class Crowd {
    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "templates"));
    private static final Store STORE = TestStores.demo();
    private static final Wanted MUG = new Wanted("mug", "mug-s");

    /** A call that dies is called again; one that dies for ever is a mistake. */
    private static final int DEATHS_MAX = 1_000_000;

    private final int people;
    private final int diesEvery;
    private final Table table = SdkSeam.table(() -> this.now, this::changed);
    private final DynamoDbClient dynamo = Clients.over(
                    new WireClient(Map.of("dynamodb", new DynamoWire(table, Optional.empty())), this::pass))
            .dynamo();
    private final Map<CustomerId, Integer> born = new HashMap<>();
    private final Map<String, Integer> calls = new TreeMap<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private boolean isCounting;
    private boolean isTransaction;
    private long writeUnits;
    private int largestAnswer;
    private int untilDeath;
    private int deaths;

    /** The function is gone. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /**
     * What telling them took.
     *
     * @param calls to the table, by what was asked
     * @param writeUnits of the table and its index, by the rules of DynamoDB's bill
     * @param largestAnswer in bytes
     * @param letters that were born, by the customer
     * @param deaths of functions on the way
     */
    record Told(
            Map<String, Integer> calls,
            long writeUnits,
            int largestAnswer,
            Map<CustomerId, Integer> letters,
            int deaths) {
        int allCalls() {
            return calls.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Makes it.
     *
     * @param diesEvery so many calls to the table the function dies, before one and after the next in turn; 0 for never
     */
    Crowd(int people, int diesEvery) {
        this.people = people;
        this.diesEvery = diesEvery;
    }

    Told told() {
        Customers customers = new NotingCustomers(
                new DynamoCustomers(dynamo, SdkSeam.TABLE), new DynamoSightings(dynamo, SdkSeam.TABLE));
        WaitingList waiting = new DynamoWaitingList(dynamo, SdkSeam.TABLE);
        var catalogue = new DynamoCatalogue(dynamo, SdkSeam.TABLE);
        var decisions = new CustomerDecisions(
                customers,
                (store, customer, at) -> {},
                () -> FLOWS,
                () -> now,
                (store, customer, input, decision) -> {});
        var work = new WaveWork(
                catalogue,
                waiting,
                new DynamoSightings(dynamo, SdkSeam.TABLE),
                new DynamoWaves(dynamo, SdkSeam.TABLE),
                (store, wave, at) -> {},
                decisions,
                () -> now);
        var stocktaking = new Stocktaking(catalogue, work, () -> now);
        stocktaking.told(STORE, mug(0));
        gather(customers, waiting);
        work.asked(STORE.id(), MUG);
        now = now.plusSeconds(10);
        stocktaking.told(STORE, mug(people));
        now = now.plus(WaveRules.DEFAULT.hold());
        isCounting = true;
        untilDeath = diesEvery;
        while (isUnderWay(waiting)) {
            now = now.plus(Duration.ofMinutes(1));
            tell(work);
        }
        return new Told(calls, writeUnits, largestAnswer, born, deaths);
    }

    private void gather(Customers customers, WaitingList waiting) {
        for (int person = 0; person < people; person++) {
            Customer one = Customer.unknown(CustomerId.of(Ref.user("p" + person)));
            customers.commit(
                    STORE.id(),
                    new Commit(
                            one.with(one.identity().with(new EmailAddress("p" + person + "@example.com"))),
                            List.of(),
                            Set.of(),
                            List.of(),
                            List.of(),
                            Optional.empty()));
            waiting.ask(
                    STORE.id(),
                    MUG,
                    new Waiter(one.id(), now.plusMillis(person), now.plus(StockRequests.LIFE)),
                    WaitingList.REQUESTS_MAX);
        }
    }

    /** Whether somebody waits or is in hand; asking so is not what is counted. */
    private boolean isUnderWay(WaitingList waiting) {
        isCounting = false;
        boolean isInHand = new DynamoWaves(dynamo, SdkSeam.TABLE)
                .find(STORE.id(), WaveId.of(MUG))
                .filter(wave -> !wave.inHand().isEmpty())
                .isPresent();
        boolean isOn = isInHand || !waiting.first(STORE.id(), MUG, 1).isEmpty();
        isCounting = true;
        return isOn;
    }

    private void tell(WaveWork work) {
        try {
            work.work(STORE, WaveId.of(MUG));
        } catch (Killed killed) {
            deaths++;
            if (deaths > DEATHS_MAX) {
                throw new IllegalStateException("the wave does not get on", killed);
            }
        }
    }

    private static Report.ProductUpdated mug(int stock) {
        var small = new Report.VariantTold(
                "mug-s",
                Set.of(),
                Optional.of("Small"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Stock.Units(stock)));
        return new Report.ProductUpdated(
                "mug",
                "Stoneware mug",
                Optional.of("https://shop.example/mug"),
                Optional.empty(),
                List.of("Kitchen"),
                List.of(small),
                Optional.empty(),
                Instant.parse("2026-03-02T09:00:00Z").plusSeconds(stock == 0 ? 0 : 10));
    }

    private Reply pass(Asked asked, Attempt attempt) {
        boolean dies = isCounting && diesEvery > 0 && --untilDeath == 0;
        boolean diesFirst = dies && deaths % 2 == 0;
        if (dies) {
            untilDeath = diesEvery;
        }
        if (diesFirst) {
            throw new Killed();
        }
        isTransaction = asked.operation().startsWith("Transact");
        Reply reply = asked.effect().get();
        if (isCounting) {
            calls.merge(asked.operation(), 1, Integer::sum);
            largestAnswer = Math.max(largestAnswer, Json.print(reply.body()).length());
        }
        if (dies) {
            throw new Killed();
        }
        return reply;
    }

    private void changed(Image before, Image after) {
        if (before.isAbsent() && after.text("pk").contains("#M#")) {
            born.merge(customerOf(after), 1, Integer::sum);
        }
        if (isCounting) {
            writeUnits += Bill.writeUnits(before, after, isTransaction);
        }
    }

    private static CustomerId customerOf(Image message) {
        return new CustomerId(
                Fields.of(Json.parseOwn(message.text("body"))).text("customer").orElseThrow());
    }
}
