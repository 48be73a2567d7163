package comeback.shopper;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a browser or a mail program makes it and API Gateway hands it on. */
final class Asked {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private String body = "";
    private boolean isBase64;

    private Asked(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Asked by(String method, String path) {
        return new Asked(method, path);
    }

    /** What a mail program posts by itself, as RFC 8058 has it. */
    static Asked oneClick(String path) {
        return by("POST", path).form("List-Unsubscribe=One-Click");
    }

    /** What a browser posts when the page's button is pressed. */
    static Asked button(String path) {
        return by("POST", path).form("do=unsubscribe");
    }

    Asked header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Asked query(String name, String value) {
        query.put(name, value);
        return this;
    }

    Asked form(String text) {
        header("content-type", "application/x-www-form-urlencoded");
        return body(text);
    }

    Asked body(String text) {
        body = text;
        return this;
    }

    /** As API Gateway hands on what it takes for binary. */
    Asked inBase64() {
        body = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return marked();
    }

    /** Says that the body is base64, whatever it is. */
    Asked marked() {
        isBase64 = true;
        return this;
    }

    APIGatewayV2HTTPEvent event() {
        var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                .withMethod(method)
                .withPath(path)
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withHeaders(headers)
                .withQueryStringParameters(query)
                .withBody(body)
                .withIsBase64Encoded(isBase64)
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withHttp(http)
                        .build())
                .build();
    }
}
