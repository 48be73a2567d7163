package comeback.ingest.http;

import comeback.http.Request;
import comeback.json.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where clients put their write key. Each has its own place, and some fill several, so the order matters. */
public final class WriteKey {
    /** Said to someone whose key we did not find. */
    public static final String HINT =
            "a write key stands as the user name of Authorization: Basic, in the header X-Write-Key,"
                    + " as writeKey or api_key in the body, as ?writeKey= in the address, or as Authorization: Bearer";

    /** No key is longer; what is need not be looked up. */
    private static final int LENGTH_MAX = 200;

    private WriteKey() {}

    /**
     * The first key that stands anywhere. Jitsu masks the one in its body, so headers come first; what comes as a bearer may
     * be an OAuth token and no write key at all, so it comes last.
     */
    public static Optional<String> of(Request request, Fields body) {
        return basicUser(request)
                .or(() -> request.header("x-write-key"))
                .or(() -> inBody(body))
                .or(() -> request.queryParameter("writeKey"))
                .or(() -> credentials(request, "bearer "))
                .map(String::strip)
                .filter(key -> key.length() <= LENGTH_MAX);
    }

    private static Optional<String> basicUser(Request request) {
        return credentials(request, "basic ")
                .flatMap(WriteKey::decoded)
                .map(pair -> {
                    int colon = pair.indexOf(':');
                    return colon < 0 ? pair : pair.substring(0, colon);
                })
                .filter(user -> !user.isBlank());
    }

    private static Optional<String> credentials(Request request, String scheme) {
        return request.header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(scheme))
                .map(value -> value.substring(scheme.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Read without noting problems: a key of the wrong type is simply no key. */
    private static Optional<String> inBody(Fields body) {
        return Stream.of("writeKey", "api_key")
                .filter(name -> body.asMap().get(name) instanceof String)
                .flatMap(name -> body.text(name).stream())
                .findFirst();
    }
}
