package comeback.console.signin;

import comeback.http.Request;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one cookie of the console. Its name begins so that browsers take it from this host alone and over TLS alone; no script
 * reads it, and no other site's form brings it along.
 */
final class Cookie {
    private static final String NAME = "__Host-comeback";
    private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";
    private static final int KEY_MAX = 100;

    private Cookie() {}

    static String holding(String key, Duration goodFor) {
        return NAME + "=" + key + RULES + goodFor.toSeconds();
    }

    static String gone() {
        return NAME + "=" + RULES + 0;
    }

    /** The key that a browser sent. */
    static Optional<String> key(Request request) {
        return request.header("cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(NAME + "="))
                .map(cookie -> cookie.substring(NAME.length() + 1))
                .filter(key -> !key.isEmpty() && key.length() <= KEY_MAX)
                .findFirst();
    }
}
