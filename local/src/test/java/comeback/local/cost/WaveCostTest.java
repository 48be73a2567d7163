package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What it costs to tell one of those who wait that it is back, up to the birth of their letter: the same however many wait.
 * {@code -Dwave.people=100000} counts it for as many (an hour or more); {@code SdkCrowdTest} does so without mails.
 */
class WaveCostTest {
    private static final int FEW = 25;
    private static final int MANY = Integer.getInteger("wave.people", 75);

    @Test
    void one_of_many_costs_no_more_than_one_of_few() {
        double[] few = perPerson(telling(FEW), FEW);
        double[] many = perPerson(telling(MANY), MANY);

        System.out.printf(
                Locale.ROOT,
                "told that it is back, per person: %.2f calls, %.1f read units, %.1f write units of %d; %.2f, %.1f, %.1f of %d%n",
                few[0],
                few[1],
                few[2],
                FEW,
                many[0],
                many[1],
                many[2],
                MANY);
        for (int i = 0; i < few.length; i++) {
            assertThat(many[i]).isLessThanOrEqualTo(few[i] * 1.02);
        }
        assertThat(many[0])
                .as("calls: look at the customer, decide, and the page's share")
                .isLessThanOrEqualTo(3);
    }

    /** Calls, read units and write units. */
    private static double[] perPerson(Cost cost, int people) {
        return new double[] {(double) cost.allCalls() / people, cost.readUnits() / people, cost.writeUnits() / people};
    }

    /** What it costs the function that tells them. */
    static Cost telling(int people) {
        Meter meter = new Meter();
        try (var world = TestWorld.watched(
                InstantSource.fixed(Instant.parse("2026-03-02T09:00:20Z")), meter::over, meter::over)) {
            told(world, 0);
            for (int person = 0; person < people; person++) {
                ask(world, "p" + person);
            }
            told(world, people);
            meter.reset();
            world.advance(Duration.ofMinutes(10));
            long arrived = world.mailbox().stream()
                    .filter(mail -> mail.tag("flow").equals("back-in-stock"))
                    .count();
            assertThat(arrived).isEqualTo(people);
            return meter.of("wake");
        }
    }

    private static void told(TestWorld world, int stock) {
        String mug = Json.print(new Tree()
                .with("title", "Stoneware mug")
                .with("variants", List.of(Map.of("id", "mug-s", "stock", stock)))
                .toMap());
        accepted(world, world.request("/v1/products/mug").PUT(BodyPublishers.ofString(mug)));
    }

    private static void ask(TestWorld world, String user) {
        String asked = Json.print(Map.of(
                "messageId",
                "ask-" + user,
                "userId",
                user,
                "event",
                "Back In Stock Subscribed",
                "context",
                Map.of("traits", Map.of("email", user + "@example.com")),
                "properties",
                Map.of("product_id", "mug", "variant_id", "mug-s", "name", "Mug")));
        accepted(world, world.request("/v1/track").POST(BodyPublishers.ofString(asked)));
    }

    private static void accepted(TestWorld world, HttpRequest.Builder request) {
        var answer = world.send(request.header("Authorization", "Bearer sk_demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
