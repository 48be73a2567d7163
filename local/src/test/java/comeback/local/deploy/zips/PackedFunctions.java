package comeback.local.deploy.zips;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.deploy.Deployment;
import comeback.local.mail.Mail;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The zips that are deployed, not the classes that they were made of: what lies in them, and a shopper's story through all
 * of them, each started under AWS's own runtime client with the variables that the template sets. {@code .ci/run zips}.
 */
class PackedFunctions {
    private static final long BYTES_MAX = 15_000_000;
    private static final Path README = Path.of("../README.md");
    private static final String BEGIN = "<!-- zips: written by .ci/run zips -->\n";
    private static final String END = "<!-- end of zips -->";

    /** What is too heavy for a start, or is for tests only. */
    private static final List<String> NOWHERE = List.of(
            "netty-.*",
            "apache-client",
            "aws-crt.*",
            "jackson-databind",
            "aws-lambda-java-serialization",
            "dynamodb-enhanced",
            "log4j.*",
            "DynamoDBLocal",
            "junit.*",
            "assertj.*",
            "shared-.*tests",
            "aws-lambda-java-runtime-interface-client",
            "local");

    private final List<Zip> zips = Zip.all();
    private final Set<String> answered = new TreeSet<>();

    @Test
    void every_function_is_packed_and_small() throws IOException {
        assertThat(zips)
                .extracting(Zip::function)
                .containsExactlyInAnyOrderElementsOf(Deployment.handlers().keySet());
        assertThat(zips).allSatisfy(zip -> assertThat(zip.bytes()).isLessThan(BYTES_MAX));
        String table = zips.stream()
                .map(Zip::row)
                .collect(Collectors.joining(
                        "", "| function | zip | libraries | classes in it |\n|---|---|---|---|\n", ""));
        System.out.println(table);
        if (Boolean.getBoolean("readme.write")) {
            String readme = Files.readString(README);
            int begin = readme.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(readme.indexOf(END)));
        }
    }

    @Test
    void a_function_holds_its_own_classes_and_its_handler() {
        Deployment.handlers()
                .forEach((function, handler) -> assertThat(zips)
                        .filteredOn(zip -> zip.function().equals(function))
                        .singleElement()
                        .satisfies(zip -> assertThat(zip.ours())
                                .contains(handler.split("::", -1)[0].replace('.', '/') + ".class")));
    }

    @Test
    void nothing_is_packed_that_a_start_would_pay_for_in_vain() {
        assertThat(zips).allSatisfy(zip -> assertThat(NOWHERE).noneMatch(zip::has));
    }

    @Test
    void only_who_sends_hands_answers_on_or_reads_ses_list_holds_a_client_of_ses() {
        assertThat(zips)
                .filteredOn(zip -> zip.has("sesv2"))
                .extracting(Zip::function)
                .containsExactlyInAnyOrder("nightly", "reply", "send");
    }

    @Test
    void a_shopper_joins_and_every_packed_function_does_its_part() throws IOException, InterruptedException {
        try (var world =
                TestWorld.at(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())) {
            assertThat(answer("ingest", world, joins())).contains("\"statusCode\":200");
            var demo = new StoreId("demo");
            CustomerId ada = CustomerId.of(Ref.user("ada"));
            MessageId welcome = MessageId.of(demo, "welcome", ada.value(), "thanks-for-joining");

            assertThat(answer("send", world, fixture("stream", Map.of("pk", "S#demo#M#" + welcome.value()))))
                    .contains("\"batchItemFailures\":[]");
            Mail mail = world.mailbox().getFirst();
            assertThat(mail.to()).isEqualTo("ada@example.com");

            assertThat(answer(
                            "feedback", world, fixture("ses", Map.of("sesId", mail.id(), "message", welcome.value()))))
                    .contains("SENT");
            String address = Objects.requireNonNull(mail.headers().get("Reply-To"));
            String id = world.inside()
                    .inbound()
                    .receive(address, "From: ada@example.com\r\n\r\nHello".getBytes(StandardCharsets.UTF_8));
            assertThat(answer("reply", world, fixture("inbound", Map.of("id", id, "to", address))))
                    .contains("ANSWER");
            assertThat(answer("shopper", world, unsubscribes(mail))).contains("\"statusCode\":200");
            assertThat(answer("console", world, asksWhatHappened()))
                    .contains("\"statusCode\":200", "Signed Up", "thanks-for-joining");
            for (var scheduled : Deployment.scheduled().entrySet()) {
                // Scheduler tells of itself where the template says nothing else.
                String told = scheduled.getValue().orElseGet(() -> fixture("schedule", Map.of()));
                assertThat(answer(scheduled.getKey(), world, told)).isNotBlank();
            }
            assertThat(answer("count", world, fixture("stream", Map.of("pk", "S#demo#M#" + welcome.value()))))
                    .contains("\"batchItemFailures\":[]");
            assertThat(answer("bus", world, fixture("shopify", Map.of()))).contains("kept for demo");
        }
        assertThat(answered)
                .as("functions that this story started; a new one needs its event here")
                .isEqualTo(Deployment.handlers().keySet());
    }

    private String answer(String function, TestWorld world, String event) throws IOException, InterruptedException {
        String handler = Objects.requireNonNull(Deployment.handlers().get(function));
        try (var packed = PackedFunction.start(
                function,
                Path.of("../functions", function, "target/function.zip"),
                handler,
                Deployment.variables(function),
                Objects.requireNonNull(System.getProperty("runtime.client"), "set by .ci/run zips"),
                world)) {
            RuntimeApi.Answer answer = packed.call(event);
            assertThat(answer.isError())
                    .as(function + ": " + answer.body() + "\n" + packed.log())
                    .isFalse();
            answered.add(function);
            return answer.body();
        }
    }

    private static String joins() {
        return http("POST", "/v1/track", "application/json", Map.of(), """
                {"userId":"ada","messageId":"m-1","event":"Signed Up",\
                "properties":{"email":"ada@example.com","firstName":"Ada","acceptsMarketing":true}}""");
    }

    private static String unsubscribes(Mail mail) {
        String link =
                Objects.requireNonNull(mail.headers().get("List-Unsubscribe")).replaceAll("^<(http[^>]+)>.*", "$1");
        String path = link.substring(link.indexOf("/u/"));
        return http(
                "POST",
                path,
                "application/x-www-form-urlencoded",
                Map.of("token", path.substring("/u/".length())),
                "List-Unsubscribe=One-Click");
    }

    private static String asksWhatHappened() {
        return http("GET", "/v1/customers/user:ada/timeline", "", Map.of("id", "user:ada"), "");
    }

    private static String http(String method, String path, String type, Map<String, String> parameters, String body) {
        return fixture("http", Map.of("method", method, "path", path, "type", type))
                .replace("{{parameters}}", Json.print(parameters))
                .replace("{{body}}", Json.print(body));
    }

    private static String fixture(String name, Map<String, String> values) {
        try (InputStream file = Objects.requireNonNull(PackedFunctions.class.getResourceAsStream(name + ".json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("no such event: " + name, e);
        }
    }
}
