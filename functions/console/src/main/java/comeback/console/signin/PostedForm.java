package comeback.console.signin;

import comeback.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form of ours, as browsers send it; of a field that is there twice the first counts. */
final class PostedForm {
    /** Our forms have three short fields. */
    private static final int BYTES_MAX = 4 * 1024;

    private PostedForm() {}

    /** The fields; none when it is too long. */
    static Map<String, String> of(Request request) {
        byte[] body = request.body().orElse(new byte[0]);
        Map<String, String> fields = new HashMap<>();
        if (body.length <= BYTES_MAX) {
            for (String pair : List.of(new String(body, StandardCharsets.UTF_8).split("&", -1))) {
                List<String> sides = List.of(pair.split("=", 2));
                fields.putIfAbsent(decoded(sides.getFirst()), sides.size() == 2 ? decoded(sides.getLast()) : "");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
