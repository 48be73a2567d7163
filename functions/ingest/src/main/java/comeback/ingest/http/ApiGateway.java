package comeback.ingest.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** API Gateway's HTTP event (payload format 2.0) to a request, and an answer back. */
public final class ApiGateway {
    private ApiGateway() {}

    public static Request request(APIGatewayV2HTTPEvent event) {
        var headers = Objects.requireNonNullElse(event.getHeaders(), Map.<String, String>of());
        var query = Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of());
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                headers,
                query,
                body(event, headers));
    }

    public static APIGatewayV2HTTPResponse response(Answer answer) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withBody(answer.body())
                .build();
    }

    private static Body body(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        String sent = Objects.requireNonNullElse(event.getBody(), "");
        String encoding = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("content-encoding"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (!event.getIsBase64Encoded()) {
            return Body.unpacked(sent.getBytes(StandardCharsets.UTF_8), encoding);
        }
        try {
            return Body.unpacked(Base64.getDecoder().decode(sent), encoding);
        } catch (IllegalArgumentException e) {
            return new Body.Unreadable("body: not base64, though marked as such");
        }
    }
}
