package comeback.simulation.wire;

import comeback.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The HTTP client under the SDK: no socket, but the services in memory. */
final class WireClient implements SdkHttpClient {
    private final Map<String, Service> services;
    private final Passage passage;

    /**
     * Makes it.
     *
     * @param services by the first part of their host's name
     */
    WireClient(Map<String, Service> services, Passage passage) {
        this.services = Map.copyOf(services);
        this.passage = passage;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answered(request);
            }

            @Override
            public void abort() {
                // Nothing is open.
            }
        };
    }

    private HttpExecuteResponse answered(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        Service service = Optional.ofNullable(services.get(http.host().split("\\.", 2)[0]))
                .orElseThrow(() -> new IllegalStateException("nobody answers at " + http.host()));
        Reply reply = passage.pass(service.asked(http, body(request)), Attempt.of(http));
        byte[] bytes = Json.print(reply.body()).getBytes(StandardCharsets.UTF_8);
        SdkHttpResponse.Builder head = SdkHttpResponse.builder()
                .statusCode(reply.status())
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .putHeader("Content-Length", Integer.toString(bytes.length));
        if (!reply.errorType().isEmpty()) {
            head.putHeader("x-amzn-ErrorType", reply.errorType());
        }
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                .build();
    }

    private static Map<String, Object> body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return Map.of();
        }
        try (InputStream stream = request.contentStreamProvider().get().newStream()) {
            byte[] bytes = stream.readAllBytes();
            return bytes.length == 0 ? Map.of() : Json.parseOwn(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
