package comeback.shopper.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.http.ApiGateway;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What we say to a request.
 *
 * @param status HTTP's
 * @param headers by name; those that every answer needs are added
 * @param body a page or a line of text; a file in base64
 * @param isFile whether it is one
 */
public record Answer(int status, Map<String, String> headers, String body, boolean isFile) {
    private static final int RETRY_SECONDS = 10;

    /** The link is a secret: no cache may keep it, no search engine list it, no other site learn it. */
    public Answer {
        var all = new HashMap<>(headers);
        all.putIfAbsent("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        all.put("Cache-Control", "no-store");
        all.put("Referrer-Policy", "no-referrer");
        all.put("X-Robots-Tag", "noindex, nofollow");
        all.put("X-Content-Type-Options", "nosniff");
        headers = Map.copyOf(all);
    }

    /** One that is text. */
    public Answer(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false);
    }

    /** As API Gateway takes it. */
    public APIGatewayV2HTTPResponse toApiGateway() {
        return isFile ? ApiGateway.file(status, headers, body) : ApiGateway.response(status, headers, body);
    }

    /**
     * A page for a person.
     *
     * @param contentSecurityPolicy what the page may load
     */
    public static Answer page(int status, String html, String contentSecurityPolicy) {
        return new Answer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", contentSecurityPolicy),
                html);
    }

    /** A line for a program. */
    public static Answer text(int status, String line) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), line + "\n");
    }

    /** Something to keep. It is handed over and not shown, because each browser shows it in a way of its own. */
    public static Answer file(String name, String type, byte[] bytes) {
        return new Answer(
                200,
                Map.of("Content-Type", type, "Content-Disposition", "attachment; filename=\"" + name + "\""),
                Base64.getEncoder().encodeToString(bytes),
                true);
    }

    /** This answer, saying that the same request may well succeed a little later. */
    public Answer askingToRepeat() {
        return with("Retry-After", Integer.toString(RETRY_SECONDS));
    }

    public Answer with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body, isFile);
    }

    /** As HEAD wants it. */
    public Answer withoutBody() {
        return new Answer(status, headers, "");
    }
}
