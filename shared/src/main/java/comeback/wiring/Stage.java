package comeback.wiring;

import comeback.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What stands for AWS while a function rehearses: nothing leaves the process. It keeps what is put, finds it again by its key,
 * and says of everything else that it is done. Of conditions it knows one: what was changed once is not changed again under one.
 */
final class Stage implements SdkHttpClient {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final Map<String, Object> REFUSED = Map.of(
            "__type",
            "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
            "message",
            "The conditional request failed");

    /** Items by their keys, as they stand in requests. */
    private final Map<Object, Object> items = new HashMap<>();

    private final Set<Object> changed = new HashSet<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                String target = request.httpRequest()
                        .firstMatchingHeader("X-Amz-Target")
                        .orElse("");
                Map<String, Object> told = answer(target.substring(target.indexOf('.') + 1), body(request));
                byte[] answer = Json.print(told).getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder()
                                .statusCode(told.equals(REFUSED) ? BAD_REQUEST : OK)
                                .putHeader("Content-Type", "application/x-amz-json-1.0")
                                .putHeader("Content-Length", Integer.toString(answer.length))
                                .build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {
                // Nothing is open.
            }
        };
    }

    private static Map<String, Object> body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return Map.of();
        }
        try (InputStream content = request.contentStreamProvider().get().newStream()) {
            return Json.parseOwn(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Map<String, Object> answer(String action, Map<String, Object> asked) {
        switch (action) {
            case "GetItem" -> {
                Object found = items.get(asked.get("Key"));
                return found == null ? Map.of() : Map.of("Item", found);
            }
            case "PutItem" -> keep(asked);
            case "UpdateItem" -> {
                // Nearly every such condition asks that something was not done before.
                if (!changed.add(asked.get("Key")) && asked.get("ConditionExpression") != null) {
                    return REFUSED;
                }
            }
            case "TransactWriteItems" -> {
                if (asked.get("TransactItems") instanceof Iterable<?> writes) {
                    for (Object write : writes) {
                        if (write instanceof Map<?, ?> one && one.get("Put") instanceof Map<?, ?> put) {
                            keep(put);
                        }
                    }
                }
            }
            default -> {
                // Lists are empty, and whatever is changed or set is not asked for again.
            }
        }
        return Map.of();
    }

    private void keep(Map<?, ?> put) {
        if (put.get("Item") instanceof Map<?, ?> item) {
            items.put(keyOf(item), item);
        }
    }

    private static Map<Object, Object> keyOf(Map<?, ?> item) {
        var key = new HashMap<Object, Object>();
        for (String part : new String[] {"pk", "sk"}) {
            key.put(part, item.get(part));
        }
        return key;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
