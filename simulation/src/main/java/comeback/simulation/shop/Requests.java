package comeback.simulation.shop;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import comeback.json.Json;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Requests as API Gateway hands them on. */
final class Requests {
    private Requests() {}

    static APIGatewayV2HTTPEvent post(String path, Map<String, String> headers, String body) {
        return of("POST", path, headers, body);
    }

    /** With the store's secret key. */
    static APIGatewayV2HTTPEvent secret(Store store, String method, String path, Map<String, Object> body) {
        String key = "sk_" + store.id() + ":";
        return of(
                method,
                path,
                Map.of(
                        "authorization",
                        "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
                        "content-type",
                        "application/json"),
                Json.print(body));
    }

    private static APIGatewayV2HTTPEvent of(String method, String path, Map<String, String> headers, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(headers)
                .withQueryStringParameters(Map.of())
                .withBody(body)
                .withIsBase64Encoded(false)
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder()
                                .withMethod(method)
                                .withPath(path)
                                .build())
                        .build())
                .build();
    }
}
