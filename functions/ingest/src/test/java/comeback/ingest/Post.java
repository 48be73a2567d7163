package comeback.ingest;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A request as a client makes it and API Gateway hands it on. */
final class Post {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private String body = "";
    private boolean isBase64;

    private Post(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Post to(String path) {
        return new Post("POST", path);
    }

    static Post with(String method, String path) {
        return new Post(method, path);
    }

    Post header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Post query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** The key as most clients send it. */
    Post key(String key) {
        var pair = (key + ":").getBytes(StandardCharsets.UTF_8);
        return header("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    Post json(String text) {
        body = text;
        return this;
    }

    /** As API Gateway hands on what it takes for binary. */
    Post base64(byte[] bytes) {
        body = Base64.getEncoder().encodeToString(bytes);
        isBase64 = true;
        return this;
    }

    Post gzip(String text) {
        return header("content-encoding", "gzip").base64(gzipped(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] gzipped(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
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
