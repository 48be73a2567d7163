package comeback.local.http;

import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers by name
 */
@SuppressWarnings("ArrayRecordComponent") // The body is written out once; answers are never compared.
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** A text of this content type. */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(
                status,
                Map.of("Content-Type", contentType + "; charset=utf-8", "Cache-Control", "no-store"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** A tree as {@link Json} prints it. */
    public static Answer json(int status, Object tree) {
        return text(status, "application/json", Json.print(tree));
    }

    /** A refusal that says what is wrong. */
    public static Answer error(int status, String what) {
        return json(status, Map.of("error", what));
    }

    /** Nothing, and all is well. */
    public static Answer nothing() {
        return new Answer(204, Map.of(), new byte[0]);
    }
}
