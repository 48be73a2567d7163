package comeback.local.deploy.zips;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.deploy.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What the packed {@code ingest} still has to do for its first customer after SnapStart took its picture: it loads nothing. Under
 * AWS's own runtime client, which is told that a picture will be taken; the process then goes on without one, so what restoring
 * takes is not in it. {@code .ci/run zips}.
 */
class PackedPriming {
    private static final int STARTS = 3;

    private static final int EVENTS = 60;

    private static final Path ZIP = Path.of("../functions/ingest/target/function.zip");

    /** AWS's runtime client, which asks for events and hands in answers, is not ours to prime. */
    private static final List<String> OF_THE_RUNTIME = List.of("com.amazonaws.");

    @Test
    void the_first_sign_up_after_the_picture_loads_nothing() throws IOException, InterruptedException {
        isPrimed("a sign-up", PackedStart::signsUp);
    }

    @Test
    void the_first_order_of_shopifys_after_the_picture_loads_nothing() throws IOException, InterruptedException {
        isPrimed("an order of Shopify's", PackedStart::buys);
    }

    private static void isPrimed(String what, IntFunction<String> event) throws IOException, InterruptedException {
        var ratios = new ArrayList<Double>();
        for (int start = 0; start < STARTS; start++) {
            try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
                ratios.add(firstToSteady(what, event, start * EVENTS, world));
            }
        }
        // Told and not held: on a machine that has other work it is anything from two to ten times.
        System.out.printf(
                Locale.ROOT,
                "| the first event after priming, %s | %.1f times the steady one |%n",
                what,
                median(ratios));
    }

    private static double firstToSteady(String what, IntFunction<String> event, int number, TestWorld world)
            throws IOException, InterruptedException {
        try (var packed = PackedFunction.startForPicture(
                "ingest",
                ZIP,
                Objects.requireNonNull(Deployment.handlers().get("ingest")),
                Deployment.variables("ingest"),
                Objects.requireNonNull(System.getProperty("runtime.client"), "set by .ci/run zips"),
                world)) {
            int before = packed.loaded().size();
            double first = millis(packed, event.apply(number));
            List<String> loaded = packed.loaded().stream()
                    .skip(before)
                    .filter(name -> OF_THE_RUNTIME.stream().noneMatch(name::startsWith))
                    .toList();
            System.out.printf("| classes, %s | %d in the picture, then | %s |%n", what, before, loaded);
            assertThat(loaded).as("loaded for " + what).isEmpty();
            var steady = new ArrayList<Double>();
            for (int i = 1; i < EVENTS; i++) {
                steady.add(millis(packed, event.apply(number + i)));
            }
            return first / median(steady.subList(EVENTS / 2, steady.size()));
        }
    }

    private static double millis(PackedFunction packed, String event) throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(packed.call(event).body()).as(packed.log()).contains("\"statusCode\":200");
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
