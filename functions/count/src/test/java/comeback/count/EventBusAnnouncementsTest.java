package comeback.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.wiring.SignedJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The real adapter against a server that takes what EventBridge takes. */
class EventBusAnnouncementsTest extends AnnouncementsContract {
    private static final int TURNED_AWAY = 1;

    private final List<Fields> heard = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private HttpServer server;
    private Announcements bus;
    private int turnsAway;
    private int status = 200;

    EventBusAnnouncementsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        bus = new EventBusAnnouncements(
                new SignedJson(
                        UrlConnectionHttpClient.create(),
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                        "eu-west-1",
                        new SignedJson.Service(
                                "events",
                                "AWSEvents",
                                "1.1",
                                URI.create("http://127.0.0.1:"
                                        + server.getAddress().getPort()))),
                "orders");
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<Fields> entries = Fields.of(Json.parseOwn(new String(body, StandardCharsets.UTF_8)))
                    .objects("Entries")
                    .orElseThrow();
            assertThat(entries).hasSizeBetween(1, EventBusAnnouncements.AT_ONCE_MAX);
            List<Map<String, Object>> results = new ArrayList<>();
            for (Fields entry : entries) {
                if (turnsAway > 0) {
                    turnsAway--;
                    results.add(Map.of("ErrorCode", "ThrottlingException", "ErrorMessage", "later"));
                } else {
                    heard.add(entry);
                    results.add(Map.of("EventId", "event-" + heard.size()));
                }
            }
            byte[] answer = Json.print(Map.of("FailedEntryCount", 0, "Entries", results))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    Announcements announcements() {
        return bus;
    }

    @Override
    List<Map.Entry<String, Map<String, Object>>> heard() {
        return heard.stream()
                .map(entry -> Map.entry(
                        entry.text("DetailType").orElseThrow(),
                        Json.parseOwn(entry.text("Detail").orElseThrow())))
                .toList();
    }

    @Test
    void it_is_signed_for_eventbridge_and_tells_one_bus_in_our_name() {
        bus.tell(sent(1));

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .startsWith("AWS4-HMAC-SHA256 Credential=id/")
                        .contains("/eu-west-1/events/aws4_request")
                        .endsWith("AWSEvents.PutEvents"));
        assertThat(heard.getFirst().text("EventBusName")).contains("orders");
        assertThat(heard.getFirst().text("Source")).contains("comeback");
    }

    @Test
    void what_the_bus_turned_away_is_told_again_and_the_rest_is_not() {
        turnsAway = TURNED_AWAY;
        bus.tell(sent(3));

        assertThat(heard()).hasSize(3).doesNotHaveDuplicates();
        assertThat(calls).hasSize(2);
    }

    @Test
    void a_bus_that_takes_nothing_is_said_so_that_the_batch_comes_again() {
        turnsAway = Integer.MAX_VALUE;
        assertThatThrownBy(() -> bus.tell(sent(2)))
                .hasMessageContaining("2 events were turned away")
                .hasMessageContaining("message.sent:demo:letter-0");
        assertThat(calls).hasSize(EventBusAnnouncements.TRIES_MAX);

        status = 403;
        assertThatThrownBy(() -> bus.tell(sent(1))).hasMessage("AWSEvents.PutEvents was answered 403");
    }
}
