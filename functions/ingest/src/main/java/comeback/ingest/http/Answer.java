package comeback.ingest.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.http.ApiGateway;
import comeback.http.Request;
import comeback.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What we say to a request. No client repeats after 400 and 401, so these are only for what no repeat can mend; after 503
 * every server-side client repeats.
 *
 * @param status HTTP's
 * @param headers by name
 * @param body JSON unless the headers say otherwise; or empty
 */
public record Answer(int status, Map<String, String> headers, String body) {
    /** More than this nobody reads; the rest is counted. */
    public static final int PROBLEMS_SHOWN_MAX = 20;

    /** Browsers keep no preflight answer longer than this anyway. */
    private static final int PREFLIGHT_SECONDS = 7200;

    private static final int RETRY_SECONDS = 1;

    private static final String USUAL_HEADERS = "authorization, content-type, content-encoding, x-write-key";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}");

    public Answer {
        var all = new TreeMap<>(headers);
        // A write key stands in the request itself and no cookie is ever read, so any page may read our answers.
        all.put("Access-Control-Allow-Origin", "*");
        if (!body.isEmpty()) {
            all.putIfAbsent("Content-Type", "application/json; charset=utf-8");
        }
        headers = Map.copyOf(all);
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    /** The same in other words. */
    public Answer withBody(String contentType, String other) {
        var renamed = new TreeMap<>(headers);
        renamed.put("Content-Type", contentType);
        return new Answer(status, renamed, other);
    }

    /** As API Gateway takes it. */
    public APIGatewayV2HTTPResponse toApiGateway() {
        return ApiGateway.response(status, headers, body);
    }

    /** Everything is stored. */
    public static Answer kept() {
        return json(200, Map.of("success", true));
    }

    /** Some parts of it were wrong and are lost, the others are stored. That is no error: the whole would come again. */
    public static Answer partlyKept(int kept, List<String> problems) {
        var body = ordered("success", true, "kept", kept);
        tell(body, problems);
        return json(200, body);
    }

    /** A picture of one invisible dot. */
    public static Answer picture() {
        return new Answer(
                200,
                Map.of("Content-Type", "image/svg+xml", "Cache-Control", "no-store"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>");
    }

    /** A document of ours. */
    public static Answer document(Map<String, Object> document) {
        return json(200, document);
    }

    /** It was understood, and cannot be. */
    public static Answer error(int status, String error) {
        return json(status, Map.of("error", error));
    }

    /** The same, with what a program may look at. */
    public static Answer error(int status, Map<String, Object> body) {
        return json(status, body);
    }

    /** Something in it is wrong; nothing was kept. */
    public static Answer refused(String error, List<String> problems) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", error);
        tell(body, problems);
        return json(400, body);
    }

    /** No store has this key, or none was sent. */
    public static Answer unknownKey(String hint) {
        return json(401, ordered("error", "unknown key", "hint", hint));
    }

    /** Nothing lives at this path. */
    public static Answer notFound(List<String> paths) {
        return json(404, ordered("error", "unknown path", "paths", paths));
    }

    /** Something lives here, and takes another method. */
    public static Answer methodNotAllowed(String allowed) {
        var body = ordered("error", "this path takes " + allowed, "allowed", allowed);
        return new Answer(405, Map.of("Allow", allowed), Json.print(body));
    }

    /** Could not be stored: the sender is to repeat all of it; what was stored already is not stored twice. */
    public static Answer notKept() {
        var body = ordered("error", "not stored", "hint", "send the same request again");
        return new Answer(503, Map.of("Retry-After", Integer.toString(RETRY_SECONDS)), Json.print(body));
    }

    /** Tells a browser that its page may send this. */
    public static Answer preflight(Request request) {
        String asked = request.header("access-control-request-headers")
                .filter(names -> HEADER_NAMES.matcher(names).matches())
                .orElse(USUAL_HEADERS);
        return new Answer(
                204,
                Map.of(
                        "Access-Control-Allow-Methods",
                        "GET, POST, OPTIONS",
                        "Access-Control-Allow-Headers",
                        asked,
                        "Access-Control-Max-Age",
                        Integer.toString(PREFLIGHT_SECONDS),
                        "Vary",
                        "Access-Control-Request-Headers"),
                "");
    }

    private static void tell(Map<String, Object> body, List<String> problems) {
        body.put("problems", problems.stream().limit(PROBLEMS_SHOWN_MAX).toList());
        if (problems.size() > PROBLEMS_SHOWN_MAX) {
            body.put("more", problems.size() - PROBLEMS_SHOWN_MAX);
        }
    }

    private static Answer json(int status, Map<String, Object> body) {
        return new Answer(status, Map.of(), Json.print(body));
    }

    private static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }
}
