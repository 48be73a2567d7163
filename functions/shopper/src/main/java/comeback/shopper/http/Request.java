package comeback.shopper.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What someone asked of us.
 *
 * @param method in capitals
 * @param path begins with a slash
 * @param headers by name in lower case
 * @param form the fields that were posted; none when there were none or they cannot be read
 */
public record Request(String method, String path, Map<String, String> headers, Map<String, String> form) {
    /** Names of header fields know no capitals. */
    public Request {
        method = method.toUpperCase(Locale.ROOT);
        var lowerCased = new TreeMap<String, String>();
        headers.forEach((name, value) -> lowerCased.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lowerCased);
        form = Map.copyOf(form);
    }

    /** A header's value; empty when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
