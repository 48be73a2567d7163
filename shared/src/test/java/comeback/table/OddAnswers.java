package comeback.table;

import comeback.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lies between the SDK and a table, and gives the next call of an operation an answer that AWS gives and that no table on
 * this machine does.
 */
final class OddAnswers implements SdkHttpClient {
    private final SdkHttpClient table;
    private Optional<Odd> next = Optional.empty();
    private String operation = "";

    OddAnswers(SdkHttpClient table) {
        this.table = table;
    }

    /** What AWS answers now and then. Each was taken from its documentation, word for word where words count. */
    sealed interface Odd {
        /** A transaction met another one that is under way; the reason stands at this place. */
        record Cancelled(int place, int of, String reason) implements Odd {}

        /** Not taken, for now or for good. */
        record Refused(int status, String type) implements Odd {}

        /** Nothing of a batch was done, and that is said in an answer that is no error. */
        record Unprocessed() implements Odd {}

        /** Done, and the answer is lost. */
        record Lost() implements Odd {}
    }

    /** The next call of this operation is answered so, once. */
    void expect(String called, Odd odd) {
        operation = called;
        next = Optional.of(odd);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest usual = table.prepareRequest(request);
        boolean isMeant = request.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .filter(target -> target.endsWith("." + operation))
                .isPresent();
        if (!isMeant || next.isEmpty()) {
            return usual;
        }
        Odd odd = next.get();
        next = Optional.empty();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(odd, request, usual);
            }

            @Override
            public void abort() {
                usual.abort();
            }
        };
    }

    private static HttpExecuteResponse answer(Odd odd, HttpExecuteRequest request, ExecutableHttpRequest usual)
            throws IOException {
        return switch (odd) {
            case Odd.Cancelled(int place, int of, String reason) ->
                json(
                        400,
                        error(
                                "TransactionCanceledException",
                                ",\"CancellationReasons\":[" + reasons(place, of, reason) + "]"));
            case Odd.Refused(int status, String type) -> json(status, error(type, ""));
            case Odd.Unprocessed unprocessed -> json(200, unprocessed(request));
            case Odd.Lost lost -> {
                HttpExecuteResponse done = usual.call();
                if (done.responseBody().isPresent()) {
                    try (InputStream body = done.responseBody().get()) {
                        body.readAllBytes();
                    }
                }
                throw new SocketTimeoutException("Read timed out");
            }
        };
    }

    private static String reasons(int place, int of, String reason) {
        StringBuilder reasons = new StringBuilder();
        for (int i = 0; i < of; i++) {
            reasons.append(i == 0 ? "" : ",")
                    .append("{\"Code\":\"")
                    .append(i == place ? reason : "None")
                    .append("\"}");
        }
        return reasons.toString();
    }

    private static String error(String type, String more) {
        return "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"" + type + "\"" + more
                + "}";
    }

    private static String unprocessed(HttpExecuteRequest request) throws IOException {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            Object items = Json.parseOwn(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .get("RequestItems");
            return Json.print(Map.of("Responses", Map.of(), "UnprocessedKeys", items, "UnprocessedItems", items));
        }
    }

    private static HttpExecuteResponse json(int status, String body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .build())
                .responseBody(
                        AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    @Override
    public void close() {
        table.close();
    }
}
