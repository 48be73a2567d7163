package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.Commit;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.customer.Sign;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import comeback.store.StoreId;
import comeback.table.DynamoCustomers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the night costs for each customer who is due: the same however many are not, because who is not due is not read.
 * {@code -Dnight.few=10000 -Dnight.people=100000} counts it among as many (ten minutes).
 */
class NightCostTest {
    private static final int DUE = 10;
    private static final int FEW = Integer.getInteger("night.few", 12);
    private static final int MANY = Integer.getInteger("night.people", 120);

    @Test
    void a_due_customer_costs_the_same_among_many_as_among_few_and_the_others_cost_nothing() {
        double[] few = perDueCustomer(FEW);
        double[] many = perDueCustomer(MANY);

        System.out.printf(
                Locale.ROOT,
                "looked at by night, per due customer: %.2f calls, %.2f read units, %.2f write units among %d; %.2f, %.2f, %.2f"
                        + " among %d%n",
                few[0],
                few[1],
                few[2],
                FEW,
                many[0],
                many[1],
                many[2],
                MANY);
        for (int i = 0; i < few.length; i++) {
            assertThat(many[i]).isGreaterThan(0).isLessThanOrEqualTo(few[i] * 1.1);
        }
    }

    @Test
    void counting_what_sells_costs_what_the_days_orders_weigh_and_nothing_where_nobody_buys() {
        Cost few = counting(5);
        Cost many = counting(60);

        System.out.printf(
                Locale.ROOT,
                "counting a day's orders: %d calls, %.1f read units, %.1f write units of 5; %d, %.1f, %.1f of 60%n",
                few.allCalls(),
                few.readUnits(),
                few.writeUnits(),
                many.allCalls(),
                many.readUnits(),
                many.writeUnits());
        assertThat(many.allCalls()).isEqualTo(few.allCalls());
        assertThat(many.writeUnits()).isEqualTo(few.writeUnits());
        assertThat(many.readUnits() - few.readUnits())
                .as("each order is read once, and is small")
                .isBetween(0.0, 55 * 0.1);
    }

    /** What the nights after a day with so many orders cost; the nights after those cost nothing. */
    private static Cost counting(int orders) {
        Meter meter = new Meter();
        try (var world = TestWorld.watched(
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:20Z")), meter::over, meter::over)) {
            world.advance(Duration.ofDays(3));
            assertThat(meter.of("nightly").allCalls()).as("nobody buys").isZero();
            for (int order = 0; order < orders; order++) {
                report(
                        world,
                        order,
                        "Order Completed",
                        Map.of(
                                "order_id",
                                "o-" + order,
                                "products",
                                List.of(Map.of("product_id", "mug", "name", "Mug"))));
            }
            meter.reset();
            world.advance(Duration.ofDays(3));
            Cost cost = meter.of("nightly");
            meter.reset();
            world.advance(Duration.ofDays(3));
            assertThat(meter.of("nightly").allCalls())
                    .as("nobody buys any more")
                    .isZero();
            return cost;
        }
    }

    /** Calls, read units and write units of the night in which ten are due. */
    private static double[] perDueCustomer(int people) {
        Meter meter = new Meter();
        try (var world = TestWorld.watched(
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:20Z")), meter::over, meter::over)) {
            signUp(world, 0, DUE);
            world.advance(Duration.ofDays(50));
            crowd(world, people - DUE);
            meter.reset();
            world.advance(Duration.ofDays(11));
            Cost cost = meter.of("nightly");
            return new double[] {
                (double) cost.allCalls() / DUE, cost.readUnits() / DUE, cost.writeUnits() / DUE,
            };
        }
    }

    /** People who are due long after, put where they lie: as many reports would take an hour. */
    private static void crowd(TestWorld world, int people) {
        var customers = new DynamoCustomers(world.inside().aws().dynamo(), Aws.TABLE);
        Instant now = world.now();
        for (int person = 0; person < people; person++) {
            Customer unknown = Customer.unknown(CustomerId.of(Ref.user("crowd-" + person)));
            Customer known = unknown.with(unknown.identity().with(new EmailAddress("crowd-" + person + "@example.com")))
                    .with((Consent) new Consent.Given(now, "form"))
                    .with(unknown.recentEvents().seen(Sign.VISIT, now))
                    .withAlarmAt(Optional.of(now.plus(Duration.ofDays(60))));
            customers.commit(
                    new StoreId("demo"),
                    new Commit(known, List.of(), Set.of(), List.of(), List.of(), Optional.empty()));
        }
    }

    private static void signUp(TestWorld world, int from, int to) {
        for (int person = from; person < to; person++) {
            report(
                    world,
                    person,
                    "Signed Up",
                    Map.of("email", "p" + person + "@example.com", "acceptsMarketing", true));
        }
    }

    private static void report(TestWorld world, int person, String event, Map<String, Object> properties) {
        var answer = world.post(
                "/v1/track",
                Json.print(new Tree()
                        .with("messageId", event + person)
                        .with("userId", "p" + person)
                        .with("event", event)
                        .with("timestamp", world.now().toString())
                        .with("properties", properties)
                        .toMap()));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
