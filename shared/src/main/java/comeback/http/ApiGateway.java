package comeback.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** API Gateway's HTTP event (payload format 2.0) to a request, and an answer back. */
public final class ApiGateway {
    private ApiGateway() {}

    public static Request request(APIGatewayV2HTTPEvent event) {
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                headers(event),
                Objects.requireNonNullElse(event.getQueryStringParameters(), Map.of()),
                body(event));
    }

    /** API Gateway takes cookies out of the headers; here they stand among them again. */
    private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = new HashMap<>(Objects.requireNonNullElse(event.getHeaders(), Map.of()));
        List<String> cookies = Objects.requireNonNullElse(event.getCookies(), List.of());
        if (!cookies.isEmpty()) {
            headers.put("cookie", String.join("; ", cookies));
        }
        return headers;
    }

    /**
     * An answer.
     *
     * @param body text; empty for none
     */
    public static APIGatewayV2HTTPResponse response(int status, Map<String, String> headers, String body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    /**
     * An answer that is no text.
     *
     * @param base64 its bytes
     */
    public static APIGatewayV2HTTPResponse file(int status, Map<String, String> headers, String base64) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(base64)
                .withIsBase64Encoded(true)
                .build();
    }

    /** API Gateway wraps in base64 whatever it takes for binary: packed bodies, and posted forms too. */
    private static Optional<byte[]> body(APIGatewayV2HTTPEvent event) {
        String sent = Objects.requireNonNullElse(event.getBody(), "");
        if (!event.getIsBase64Encoded()) {
            return Optional.of(sent.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(sent));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
