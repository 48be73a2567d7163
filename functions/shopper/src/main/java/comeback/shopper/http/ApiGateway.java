package comeback.shopper.http;

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
        Request bare =
                new Request(event.getRequestContext().getHttp().getMethod(), event.getRawPath(), headers, Map.of());
        return new Request(bare.method(), bare.path(), headers, Form.read(bare.header("content-type"), body(event)));
    }

    public static APIGatewayV2HTTPResponse response(Answer answer) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withBody(answer.body())
                .build();
    }

    /** API Gateway takes a posted form for binary and wraps it in base64. */
    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String sent = Objects.requireNonNullElse(event.getBody(), "");
        if (!event.getIsBase64Encoded()) {
            return sent.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(sent);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
