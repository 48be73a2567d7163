package comeback.ingest;

import comeback.commit.Happenings;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.Who;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.store.Store;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forgets a person when the shop's server says so: {@code DELETE /v1/customers/{id}}. Saying it again is harmless. */
final class ErasureDesk {
    static final List<String> PATHS = List.of("/v1/customers/{id}");

    private static final Pattern PATH = Pattern.compile("/v1/customers/([^/]+)");

    private final Happenings happenings;

    ErasureDesk(Happenings happenings) {
        this.happenings = happenings;
    }

    static boolean isFor(Request request) {
        return PATH.matcher(request.path()).matches();
    }

    /** The answer to who has this store's secret key. */
    Answer answer(Store store, Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !request.method().equals("DELETE")) {
            return Answer.methodNotAllowed("DELETE");
        }
        Optional<CustomerId> place = decoded(path.group(1)).flatMap(Who::read);
        if (place.isEmpty()) {
            return Answer.refused("nobody was forgotten", List.of("id: " + Who.EXPECTED));
        }
        return happenings
                .forget(store, place.get())
                .map(ErasureDesk::told)
                .orElseGet(() -> Answer.error(404, "this store has no such customer"));
    }

    private static Answer told(Forgotten stone) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("forgottenAt", stone.askedAt().toString());
        answer.put("nothingIsLeftAt", stone.doneAt().map(Instant::toString).orElse("after " + stone.lookAgainAt()));
        return Answer.document(answer);
    }

    /** In a path, unlike in a form, a plus is a plus. */
    private static Optional<String> decoded(String segment) {
        try {
            return Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
