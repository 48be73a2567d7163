package comeback.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What stands in a request's Authorization header. */
public final class Credentials {
    private Credentials() {}

    /** The user name of Basic: storefronts' keys are sent so, with an empty password. */
    public static Optional<String> basicUser(Request request) {
        return of(request, "basic ")
                .flatMap(Credentials::decoded)
                .map(pair -> {
                    int colon = pair.indexOf(':');
                    return colon < 0 ? pair : pair.substring(0, colon);
                })
                .filter(user -> !user.isBlank());
    }

    /** What comes as a bearer. */
    public static Optional<String> bearer(Request request) {
        return of(request, "bearer ");
    }

    private static Optional<String> of(Request request, String scheme) {
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
}
