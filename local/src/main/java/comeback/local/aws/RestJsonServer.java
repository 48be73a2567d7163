package comeback.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One emulated AWS service that speaks REST with JSON (SES v2 and Scheduler do): the wire, and the faults that were asked
 * for. What the calls mean is up to its {@link Calls}.
 */
final class RestJsonServer implements AutoCloseable {
    /** A letter has some 60 KB; SES itself takes 40 MB. */
    private static final int BODY_MAX = 10 * 1024 * 1024;

    /** The calls of one service. */
    interface Calls {
        /** The operation's name in the API, as faults name it. */
        String operation(String method, String path);

        /** Does the call. */
        WireAnswer answer(String operation, URI uri, Fields body);

        /** What this service says when it is made to go wrong in this way. */
        WireAnswer.Refused refusal(Fault.Kind kind);
    }

    private final HttpServer server;
    private final Fault.Service service;
    private final Faults faults;
    private final Calls calls;

    RestJsonServer(Fault.Service service, Faults faults, Calls calls) throws IOException {
        this.service = service;
        this.faults = faults;
        this.calls = calls;
        server = Loopback.bind(0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return Loopback.uri(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
            String operation = calls.operation(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            Optional<Fault.Kind> fault = faults.strike(service, operation);
            if (fault.isPresent() && fault.get() != Fault.Kind.TIMEOUT) {
                send(exchange, calls.refusal(fault.get()));
                return;
            }
            WireAnswer answer = answer(exchange, operation, body);
            if (fault.isEmpty()) {
                send(exchange, answer);
            }
            // With the fault TIMEOUT the exchange closes without an answer: the client sees its connection break.
        }
    }

    private WireAnswer answer(HttpExchange exchange, String operation, byte[] body) {
        Json.Parsed parsed = body.length == 0 ? new Json.Parsed.Value(Map.of()) : Json.parse(body);
        return switch (parsed) {
            case Json.Parsed.Value(var object) -> calls.answer(operation, exchange.getRequestURI(), Fields.of(object));
            case Json.Parsed.Broken(var why) -> new WireAnswer.Refused(400, "SerializationException", why);
        };
    }

    private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("x-amzn-RequestId", UUID.randomUUID().toString());
        switch (answer) {
            case WireAnswer.Done(var body) -> send(exchange, 200, body);
            case WireAnswer.Refused(int status, String type, String message) -> {
                headers.set("x-amzn-ErrorType", type);
                send(exchange, status, Map.of("message", message));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = Json.print(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
