package comeback.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param path as it was sent, not decoded
 * @param query as it was sent, without the question mark; may be empty
 * @param headers by their lower-case names; of one that was sent twice the values are joined by ","
 */
@SuppressWarnings("ArrayRecordComponent") // The body is handed on as it is; requests are never compared.
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {
    /** The value of a header, by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The parameters of the query, decoded; of one that was sent twice the values are joined by ",". */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decoded(equals < 0 ? part : part.substring(0, equals));
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                parameters.merge(name, value, (one, other) -> one + "," + other);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A lone "%" is legal enough for API Gateway, which hands it on.
            return text;
        }
    }
}
