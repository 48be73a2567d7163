package comeback.benchmarks;

import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.condition.Conditions;
import comeback.condition.Place;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Condition;
import comeback.flow.Condition.Answer;
import comeback.flow.Decide;
import comeback.flow.Decision;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Input;
import comeback.flowfile.FlowFiles;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision about a typical customer: known for a week, agreed to marketing, two journeys on their way, three things in the
 * cart, and the flows that ship.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecideBenchmark {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** A flow that asks about the customer, the cart and the event, and does not begin. */
    private static final String CONDITION =
            "$customer.orders.count == 0 && $cart.value >= \"500 USD\" && $event.contains('kettle')";

    private static final String ASKING_FLOW = """
            class: marketing
            starts:
              on: [Product Added]
              when: %s
            steps:
              - send: hello
            """.formatted(CONDITION);

    private final Store store = TestStores.demo();
    private final Flows shipped = FlowFiles.read(Path.of(System.getProperty("comeback.templates", "templates")));
    private final Flows asking = withAskingFlow(shipped);
    private final Instant now = START.plus(Duration.ofDays(7));
    private final Customer customer = played();
    private final StoreEvent added = reported(new Event.ProductAdded(line("kettle"), CartRef.UNNAMED), now);
    private final Condition condition = Conditions.read(CONDITION, Place.start(Set.of("Product Added")))
            .condition()
            .orElseThrow();
    private final Condition.Asked asked =
            new Condition.Asked(customer, Optional.of(added), store, Optional.empty(), now);

    /** Made by JMH. */
    public DecideBenchmark() {}

    /** What a storefront reports most: something was put into the cart, and nothing becomes due. */
    @Benchmark
    public Decision anEvent() {
        return Decide.decide(customer, new Input.Happened(added), store, shipped, now);
    }

    /** The same with one flow more, whose condition is asked and does not hold. */
    @Benchmark
    public Decision anEventWithACondition() {
        return Decide.decide(customer, new Input.Happened(added), store, asking, now);
    }

    /** An alarm that comes too early. */
    @Benchmark
    public Decision anAlarm() {
        return Decide.decide(customer, new Input.Woke(), store, shipped, now);
    }

    /** The condition by itself, with all its values in words. */
    @Benchmark
    public Answer aCondition() {
        return condition.about(asked);
    }

    private static Flows withAskingFlow(Flows flows) {
        List<Flow> all = new ArrayList<>(flows.all());
        all.add(FlowFiles.former("asking", ASKING_FLOW).orElseThrow());
        return new Flows(all);
    }

    private Customer played() {
        Customer played = Customer.unknown(CustomerId.of(Ref.user("ada")));
        played = after(played, new Event.SignedUp(), START);
        for (String product : List.of("mug", "teapot", "tray")) {
            played = after(played, new Event.ProductAdded(line(product), CartRef.UNNAMED), now.minusSeconds(60));
        }
        return played;
    }

    private Customer after(Customer before, Event event, Instant at) {
        return Decide.decide(before, new Input.Happened(reported(event, at)), store, shipped, at)
                .next();
    }

    private static StoreEvent reported(Event event, Instant at) {
        return new StoreEvent(
                event.name() + at,
                "benchmark",
                at,
                at,
                List.of(Ref.user("ada")),
                Optional.of(new EmailAddress("ada@example.com")),
                true,
                Profile.EMPTY,
                new Consent.Given(START, "form"),
                KeyClass.SECRET,
                false,
                event);
    }

    private static Line line(String product) {
        Money price = Money.of(new BigDecimal("18.00"), Currency.getInstance("USD"));
        return new Line(
                product,
                Optional.empty(),
                product,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of(price));
    }
}
