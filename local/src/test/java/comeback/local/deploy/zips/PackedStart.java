package comeback.local.deploy.zips;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.Signed;
import comeback.local.TestWorld;
import comeback.local.deploy.Deployment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a start of the packed {@code ingest} takes of a core, up to its first answer, beside functions that have the same events:
 * one with the same clients that makes the same kinds of calls and nothing else, and one with the table's client alone. Both are
 * packed as usual, with their libraries as jars, and once more as ours is. In turn, without a snapshot, under AWS's own runtime
 * client. {@code .ci/run zips}.
 */
class PackedStart {
    private static final int STARTS = 11;

    /** Of what the same calls take by themselves; where it is more, something that no start needs has crept in. */
    private static final double MOST_OF_CALLS = 1.15;

    /** Of what the least function of its kind takes. */
    private static final double MOST_OF_LEAST = 1.25;

    private static final Set<String> VARIABLES = Deployment.variables("ingest");
    private static final Path ZIP = Path.of("../functions/ingest/target/function.zip");
    private static final String SIGNS_UP = "a sign-up";
    private static final String BUYS = "an order of Shopify's";
    private static final String CALLS = "the same calls, and nothing else";
    private static final String LEAST = "the table's client alone";
    private static final String CALLS_PACKED = CALLS + ", packed as ours";
    private static final String LEAST_PACKED = LEAST + ", packed as ours";

    private final Map<String, List<Duration>> taken = new LinkedHashMap<>();

    @Test
    void a_start_takes_little_more_than_its_calls_to_aws_take_by_themselves() throws IOException, InterruptedException {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            String handler = Objects.requireNonNull(Deployment.handlers().get("ingest"));
            for (int start = 0; start < STARTS; start++) {
                usual(LEAST, LeastHandler.class.getName(), signsUp(start), world);
                usual(CALLS, SameCallsHandler.class.getName(), buys(start), world);
                packed(SIGNS_UP, handler, signsUp(start), world);
                packed(BUYS, handler, buys(start), world);
                packed(LEAST_PACKED, LeastHandler.class.getName(), signsUp(start), world);
                packed(CALLS_PACKED, SameCallsHandler.class.getName(), buys(start), world);
            }
        }
        double calls = median(CALLS);
        taken.keySet()
                .forEach(what -> System.out.printf(
                        Locale.ROOT,
                        "| start and %s | %.0f ms of a core | %.2f times the same calls | %.2f times the least |%n",
                        what,
                        median(what),
                        median(what) / calls,
                        median(what) / median(LEAST)));
        for (String what : List.of(SIGNS_UP, BUYS)) {
            assertThat(median(what) / calls).as(what).isLessThanOrEqualTo(MOST_OF_CALLS);
            assertThat(median(what) / median(LEAST)).as(what).isLessThanOrEqualTo(MOST_OF_LEAST);
        }
    }

    private void packed(String what, String handler, String event, TestWorld world)
            throws IOException, InterruptedException {
        try (var started = PackedFunction.start("ingest", ZIP, handler, VARIABLES, besides(), world)) {
            measure(what, event, started);
        }
    }

    private void usual(String what, String handler, String event, TestWorld world)
            throws IOException, InterruptedException {
        try (var started =
                PackedFunction.startUsual("least", librariesOfIngest(), handler, VARIABLES, besides(), world)) {
            measure(what, event, started);
        }
    }

    /** The jars of which something is in the zip, as Maven has them: ours are not among them. */
    private static List<Path> librariesOfIngest() {
        Set<String> taken = Zip.all().stream()
                .filter(zip -> zip.function().equals("ingest"))
                .flatMap(zip -> zip.libraries().stream())
                .map(Zip.Library::jar)
                .filter(jar -> !jar.startsWith("shared-"))
                .collect(Collectors.toSet());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(file -> taken.contains(file.getFileName().toString()))
                .toList();
    }

    private static String besides() {
        String tests = Path.of("target/test-classes").toAbsolutePath().toString();
        return Objects.requireNonNull(System.getProperty("runtime.client"), "set by .ci/run zips")
                + File.pathSeparator
                + tests;
    }

    private void measure(String what, String event, PackedFunction started) throws IOException, InterruptedException {
        assertThat(started.call(event).body()).as(started.log()).contains("\"statusCode\":200");
        taken.computeIfAbsent(what, it -> new ArrayList<>()).add(started.cpu());
    }

    private double median(String what) {
        List<Duration> sorted =
                Objects.requireNonNull(taken.get(what)).stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }

    static String signsUp(int number) {
        return event("/v1/track", Map.of("authorization", "Basic c2tfZGVtbzo="), """
                {"userId":"ada-%d","messageId":"start-%d","event":"Signed Up",\
                "properties":{"email":"ada-%d@example.com","firstName":"Ada","acceptsMarketing":true}}""".formatted(number, number, number));
    }

    static String buys(int number) {
        String order = """
                {"id":8209829119461%d,"name":"#100%d","email":"bob-%d@example.com","currency":"USD","total_price":"36.00",\
                "subtotal_price":"36.00","total_tax":"0.00","financial_status":"paid","checkout_token":"tok-%d",\
                "customer":{"id":11531069%d,"email":"bob-%d@example.com","first_name":"Bob"},\
                "line_items":[{"product_id":788032119674292922,"variant_id":1,"title":"Stoneware mug","price":"18.00","quantity":2}]}""".formatted(number + 10, number, number, number, number, number);
        return event(
                "/webhooks/shopify/demo",
                Map.of(
                        "x-shopify-topic",
                        "orders/create",
                        "x-shopify-shop-domain",
                        "alder-and-pine.myshopify.com",
                        "x-shopify-event-id",
                        "start-" + number,
                        "x-shopify-hmac-sha256",
                        Objects.requireNonNull(Signed.headers("shopify", order).get("X-Shopify-Hmac-Sha256"))),
                order);
    }

    private static String event(String path, Map<String, String> headers, String body) {
        try (InputStream file = Objects.requireNonNull(PackedStart.class.getResourceAsStream("http.json"))) {
            String more = headers.entrySet().stream()
                    .map(header -> "\"" + header.getKey() + "\": \"" + header.getValue() + "\"")
                    .collect(Collectors.joining(", "));
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"authorization\": \"Basic c2tfZGVtbzo=\"", more)
                    .replace("{{method}}", "POST")
                    .replace("{{path}}", path)
                    .replace("{{type}}", "application/json")
                    .replace("{{parameters}}", "{}")
                    .replace("{{body}}", Json.print(body));
        } catch (IOException e) {
            throw new IllegalStateException("the event cannot be read", e);
        }
    }
}
