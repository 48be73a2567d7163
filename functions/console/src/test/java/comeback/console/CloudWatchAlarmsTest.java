package comeback.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comeback.json.Json;
import comeback.wiring.SignedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The deployment's alarms, from a server that answers as CloudWatch does. */
class CloudWatchAlarmsTest {
    private static final String RINGS = """
            {"MetricAlarms":[{"AlarmName":"comeback-FlaggedMessages-1A2B3C","StateValue":"ALARM",\
            "AlarmDescription":"Somebody has to look.","StateUpdatedTimestamp":1772442000.5}]}""";

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private int status = 200;

    CloudWatchAlarmsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = RINGS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Watch watch() {
        return new CloudWatchAlarms(
                new SignedJson(
                        UrlConnectionHttpClient.create(),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                        "eu-west-1",
                        new SignedJson.Service(
                                "monitoring",
                                "GraniteServiceVersion20100801",
                                "1.0",
                                URI.create("http://127.0.0.1:"
                                        + server.getAddress().getPort()))),
                "comeback");
    }

    @Test
    void only_what_rings_of_this_deployment_is_asked_for_and_named_as_the_template_names_it() {
        assertThat(watch().ringing())
                .contains(List.of(new Watch.Ringing(
                        "FlaggedMessages", "Somebody has to look.", Instant.parse("2026-03-02T09:00:00.500Z"))));
        assertThat(asked.getFirst()).isEqualTo("GraniteServiceVersion20100801.DescribeAlarms");
        assertThat(Json.parseOwn(asked.getLast()))
                .containsAllEntriesOf(Map.of("AlarmNamePrefix", "comeback-", "StateValue", "ALARM"));
    }

    @Test
    void that_they_could_not_be_read_is_said_and_breaks_nothing() {
        status = 403;
        assertThat(watch().ringing()).isEmpty();
    }
}
