package comeback.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What someone asked of us.
 *
 * @param method in capitals
 * @param path begins with a slash
 * @param headers by name in lower case
 * @param query by name
 * @param body as it came over the wire; absent when API Gateway's wrapping of it is broken
 */
public record Request(
        String method, String path, Map<String, String> headers, Map<String, String> query, Optional<byte[]> body) {
    public Request {
        method = method.toUpperCase(Locale.ROOT);
        var lowerCased = new TreeMap<String, String>();
        headers.forEach((name, value) -> lowerCased.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lowerCased);
        query = Map.copyOf(query);
    }

    /** A header's value; names know no capitals. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }
}
