package comeback.console;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.http.ApiGateway;
import comeback.json.Json;
import comeback.json.Tree;
import java.util.List;
import java.util.Map;

/**
 * What we say to a question. Who asks has a secret key, which no page of a browser may hold: so no other site's page is
 * let read it, and no cache keep it.
 *
 * @param status HTTP's
 * @param body JSON
 */
public record Answer(int status, Map<String, Object> body) {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json; charset=utf-8",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff");

    /** What was asked for. */
    public static Answer of(Map<String, Object> body) {
        return new Answer(200, body);
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

    APIGatewayV2HTTPResponse toApiGateway() {
        return ApiGateway.response(status, HEADERS, Json.print(body));
    }
}
