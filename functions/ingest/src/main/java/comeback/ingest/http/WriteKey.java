package comeback.ingest.http;

import comeback.http.Credentials;
import comeback.http.Request;
import comeback.json.Fields;
import java.util.Optional;
import java.util.stream.Stream;

/** Where clients put their write key. Each has its own place, and some fill several, so the order matters. */
public final class WriteKey {
    /** Said to someone whose key we did not find. */
    public static final String HINT =
            "a write key stands as the user name of Authorization: Basic, in the header X-Write-Key,"
                    + " as writeKey or api_key in the body, as ?writeKey= in the address, or as Authorization: Bearer";

    /** No key is longer; what is need not be looked up. */
    public static final int LENGTH_MAX = 200;

    private WriteKey() {}

    /**
     * The first key that stands anywhere. Jitsu masks the one in its body, so headers come first; what comes as a bearer may
     * be an OAuth token and no write key at all, so it comes last.
     */
    public static Optional<String> of(Request request, Fields body) {
        return Credentials.basicUser(request)
                .or(() -> request.header("x-write-key").map(WriteKey::withoutSecret))
                .or(() -> inBody(body))
                .or(() -> request.queryParameter("writeKey"))
                .or(() -> Credentials.bearer(request))
                .map(String::strip)
                .filter(key -> key.length() <= LENGTH_MAX);
    }

    /** Jitsu's client takes no key without a colon and something behind it, so ours comes as "pk_…:jitsu". */
    private static String withoutSecret(String key) {
        return key.split(":", 2)[0];
    }

    /** Read without noting problems: a key of the wrong type is simply no key. */
    private static Optional<String> inBody(Fields body) {
        return Stream.of("writeKey", "api_key")
                .filter(name -> body.asMap().get(name) instanceof String)
                .flatMap(name -> body.text(name).stream())
                .findFirst();
    }
}
