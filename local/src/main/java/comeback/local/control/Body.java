package comeback.local.control;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a call was sent. */
final class Body {
    private Body() {}

    /** The JSON object of a request; an empty one when there is no body. */
    static Fields of(Request request) {
        if (request.body().length == 0) {
            return Fields.of(Map.of());
        }
        return switch (Json.parse(request.body())) {
            case Json.Parsed.Value(var object) -> Fields.of(object);
            case Json.Parsed.Broken(var why) -> throw new BadCall("body: " + why);
        };
    }

    /** An ISO 8601 duration in a body. */
    static Optional<Duration> duration(Fields body, String name) {
        Optional<String> text = body.text(name);
        try {
            return text.map(Duration::parse);
        } catch (DateTimeException e) {
            throw new BadCall(
                    name + ": \"" + text.orElse("") + "\" is not a duration like PT1H (an hour), PT36H or P3D");
        }
    }

    /** An instant in the query. */
    static Optional<Instant> instant(Request request, String name) {
        String text = request.parameters().getOrDefault(name, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new BadCall(name + ": \"" + text + "\" is not an instant like 2026-11-21T09:30:00Z");
        }
    }

    /** A whole number in the query. */
    static long number(Request request, String name, long otherwise) {
        String text = request.parameters().getOrDefault(name, "");
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadCall(name + ": \"" + text + "\" is not a whole number");
        }
    }
}
