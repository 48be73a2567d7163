package comeback.ingest.klaviyo;

import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Ref;
import comeback.event.StoreEvent;
import comeback.ingest.http.Answer;
import comeback.ingest.protocol.Answers;
import comeback.ingest.reading.Read;
import comeback.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Answers in JSON:API.
 *
 * @param endpoint what was asked for
 */
record KlaviyoAnswers(Endpoint endpoint) implements Answers {
    private static final String CONTENT_TYPE = "application/vnd.api+json";
    private static final Pattern BETWEEN = Pattern.compile("[.\\[\\]]+");

    @Override
    public Answer kept(List<Read> events, List<String> problems) {
        if (!problems.isEmpty()) {
            var meta = Map.of("kept", events.size(), "problems", shown(problems));
            return answer(endpoint.status(), Map.of("meta", meta));
        }
        return endpoint.answersWithProfile() && !events.isEmpty()
                ? answer(
                        endpoint.status(),
                        Map.of("data", profile(events.getFirst().event())))
                : new Answer(endpoint.status(), Map.of(), "");
    }

    @Override
    public Answer refused(List<String> problems) {
        var errors = shown(problems).stream()
                .map(problem -> error(400, "invalid", "Invalid input.", problem))
                .toList();
        return answer(400, Map.of("errors", errors));
    }

    @Override
    public Answer unknownKey() {
        return answer(
                401, Map.of("errors", List.of(error(401, "authentication_failed", "Unknown key.", KlaviyoKey.HINT))));
    }

    @Override
    public Answer notKept() {
        var errors = List.of(error(503, "service_unavailable", "Not stored.", "send the same request again"));
        return Answer.notKept().withBody(CONTENT_TYPE, Json.print(Map.of("errors", errors)));
    }

    private static Answer answer(int status, Map<String, Object> document) {
        return new Answer(status, Map.of("Content-Type", CONTENT_TYPE), Json.print(document));
    }

    /** What a client shows of an error: the place is a pointer, the rest is told in words. */
    private static Map<String, Object> error(int status, String code, String title, String problem) {
        var error = new LinkedHashMap<String, Object>();
        error.put("status", status);
        error.put("code", code);
        error.put("title", title);
        error.put("detail", problem);
        if (problem.startsWith("data.") && problem.contains(": ")) {
            String path = problem.substring(0, problem.indexOf(": "));
            error.put("source", Map.of("pointer", "/" + BETWEEN.matcher(path).replaceAll("/")));
        }
        return error;
    }

    private static List<String> shown(List<String> problems) {
        return problems.stream().limit(Answer.PROBLEMS_SHOWN_MAX).toList();
    }

    /** What was told about the person just now, under the id by which we may be asked about them. */
    private static Map<String, Object> profile(StoreEvent event) {
        var attributes = new LinkedHashMap<String, Object>();
        event.email().map(EmailAddress::value).ifPresent(email -> attributes.put("email", email));
        for (Ref ref : event.refs()) {
            if (ref.kind() != Ref.Kind.EMAIL) {
                attributes.put(ref.kind() == Ref.Kind.USER ? "external_id" : "anonymous_id", ref.value());
            }
        }
        event.profile().firstName().ifPresent(name -> attributes.put("first_name", name));
        event.profile().lastName().ifPresent(name -> attributes.put("last_name", name));
        event.profile().locale().map(Locale::toLanguageTag).ifPresent(locale -> attributes.put("locale", locale));
        var profile = new LinkedHashMap<String, Object>();
        profile.put("type", "profile");
        profile.put("id", CustomerId.of(event.refs().getFirst()).value());
        profile.put("attributes", attributes);
        return profile;
    }
}
