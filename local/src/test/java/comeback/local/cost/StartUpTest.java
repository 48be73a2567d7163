package comeback.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flowfile.FlowPacking;
import comeback.local.TestWorld;
import comeback.local.aws.Aws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code ingest} put together by itself from its environment, as Lambda starts it. The build starts it once;
 * {@code -Dspeed=true} starts it in turn with the least functions of its kind, and prints how much of a core each took.
 */
class StartUpTest {
    private static final boolean IS_MEASURED = Boolean.getBoolean("speed");
    private static final int STARTS = IS_MEASURED ? 11 : 1;

    /** Of what is packed there, it reads the flows only. */
    private static final String TASK_ROOT = "target/start-up";

    private static final Pattern TOLD = Pattern.compile("answered 200 after (\\d+) ms");

    @Test
    void a_function_that_has_just_started_takes_an_order() throws IOException {
        FlowPacking.main(new String[] {"../templates", TASK_ROOT + "/templates"});
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var taken = new LinkedHashMap<String, long[]>();
            for (String which : IS_MEASURED ? List.of("ingest", "calls", "least") : List.of("ingest")) {
                taken.put(which, new long[STARTS]);
            }
            for (int start = 0; start < STARTS; start++) {
                for (var each : taken.entrySet()) {
                    each.getValue()[start] = millis(world, each.getKey(), start);
                }
            }
            if (IS_MEASURED) {
                taken.values().forEach(Arrays::sort);
                System.out.printf(
                        "start-up and one order, CPU: ingest %d ms, the same calls and nothing else %d ms, "
                                + "the table's client alone %d ms (medians of %d)%n",
                        median(taken, "ingest"), median(taken, "calls"), median(taken, "least"), STARTS);
            }
        }
    }

    private static long median(Map<String, long[]> taken, String which) {
        return Objects.requireNonNull(taken.get(which))[STARTS / 2];
    }

    private static long millis(TestWorld world, String which, int start) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // As Lambda runs it without SnapStart.
        var process = new ProcessBuilder(List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Fresh.class.getName(),
                which,
                order(start)));
        process.environment().putAll(environment(world));
        var running = process.redirectErrorStream(true).start();
        String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var matcher = TOLD.matcher(told);
        assertThat(matcher.find()).as(told).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static String order(int number) {
        return """
                {"userId":"ada","messageId":"fresh-%d","event":"Order Completed","properties":{"order_id":"%d",\
                "email":"ada@shopper.example","currency":"USD","total":"18.00",\
                "products":[{"product_id":"mug","name":"Stoneware mug","price":"18.00","quantity":1}]}}""".formatted(number, number);
    }

    private static Map<String, String> environment(TestWorld world) {
        var aws = world.inside().aws();
        return Map.ofEntries(
                Map.entry("AWS_REGION", Aws.REGION),
                Map.entry("AWS_ACCESS_KEY_ID", "local"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
                Map.entry(
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        aws.dynamo()
                                .serviceClientConfiguration()
                                .endpointOverride()
                                .orElseThrow()
                                .toString()),
                Map.entry(
                        "AWS_ENDPOINT_URL_SCHEDULER",
                        aws.scheduler()
                                .serviceClientConfiguration()
                                .endpointOverride()
                                .orElseThrow()
                                .toString()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "ingest"),
                Map.entry("LAMBDA_TASK_ROOT", TASK_ROOT),
                Map.entry("TABLE", Aws.TABLE),
                Map.entry("SCHEDULE_GROUP", Aws.SCHEDULE_GROUP),
                Map.entry("WAKE_ARN", Aws.WAKE_ARN),
                Map.entry("SCHEDULER_ROLE_ARN", Aws.SCHEDULER_ROLE_ARN),
                Map.entry("SCHEDULER_DLQ_ARN", Aws.SCHEDULER_DLQ_ARN));
    }
}
