package comeback.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.http.ApiGateway;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we say to a question. It is for who asks alone: no other site's page is let read it, and no cache keep it.
 *
 * @param status HTTP's
 * @param headers beside those of every answer
 * @param text its body
 */
public record Answer(int status, Map<String, String> headers, String text) {
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            // A page's address may hold a link to sign in by, or whom somebody looked for.
            "Referrer-Policy", "same-origin");

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** One in JSON. */
    public Answer(int status, Map<String, Object> body) {
        this(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.print(body));
    }

    /** What was asked for. */
    public static Answer of(Map<String, Object> body) {
        return new Answer(200, body);
    }

    /** The same as CSV, to be kept under this name. */
    public static Answer sheet(String name, String csv) {
        String file = name.replaceAll("[^a-z0-9-]", "") + ".csv";
        return new Answer(
                200,
                Map.of(
                        "Content-Type",
                        "text/csv; charset=utf-8",
                        "Content-Disposition",
                        "attachment; filename=\"" + file + "\""),
                csv);
    }

    /** The question itself is wrong. */
    public static Answer refused(String problem) {
        return error(400, problem);
    }

    /** It names something that is one of these, and is none. */
    public static Answer refused(String problem, List<String> possible) {
        return new Answer(
                400,
                new Tree().with("error", problem).with("possible", possible).toMap());
    }

    /** It cannot be. */
    public static Answer error(int status, String problem) {
        return new Answer(status, new Tree().with("error", problem).toMap());
    }

    /** With one header more. */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, text);
    }

    APIGatewayV2HTTPResponse toApiGateway() {
        Map<String, String> all = new HashMap<>(ALWAYS);
        all.putAll(headers);
        // API Gateway takes cookies beside the headers.
        Optional<String> cookie = Optional.ofNullable(all.remove("Set-Cookie"));
        APIGatewayV2HTTPResponse response = ApiGateway.response(status, all, text);
        cookie.ifPresent(its -> response.setCookies(List.of(its)));
        return response;
    }
}
