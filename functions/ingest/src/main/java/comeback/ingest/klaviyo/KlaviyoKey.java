package comeback.ingest.klaviyo;

import comeback.http.Request;
import comeback.ingest.http.WriteKey;
import comeback.json.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where Klaviyo's clients put a key: servers into a scheme of its own, browsers into the address. */
final class KlaviyoKey {
    static final String HINT = "a key stands behind Authorization: Klaviyo-API-Key, or as ?company_id= in the address";

    private static final String SCHEME = "klaviyo-api-key ";

    private KlaviyoKey() {}

    static Optional<String> of(Request request) {
        return request.header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> !key.isEmpty() && key.length() <= WriteKey.LENGTH_MAX)
                .or(() -> request.queryParameter("company_id").filter(key -> key.length() <= WriteKey.LENGTH_MAX))
                .or(() -> WriteKey.of(request, Fields.of(Map.of())));
    }
}
