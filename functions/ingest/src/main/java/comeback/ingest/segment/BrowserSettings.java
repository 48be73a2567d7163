package comeback.ingest.segment;

import comeback.http.Request;
import comeback.ingest.http.WriteKey;
import comeback.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The document that a browser client fetches before it sends anything. Segment's and RudderStack's own servers list a
 * shop's integrations in it; ours lists none, and says where to post.
 */
public sealed interface BrowserSettings {
    /**
     * Whose settings are asked for.
     *
     * @return the key as sent; not yet known to be anyone's
     */
    Optional<String> key();

    /** What the client wants to hear. */
    Map<String, Object> document();

    /** For someone who asked elsewhere. */
    List<String> PATHS = List.of("/v1/projects/{writeKey}/settings", "/sourceConfig");

    Pattern SEGMENT_PATH = Pattern.compile("/v1/projects/([^/]{1,200})/settings/?");
    Pattern RUDDER_PATH = Pattern.compile("/sourceConfig/?");
    Pattern HOST = Pattern.compile("[A-Za-z0-9.\\[\\]:-]{1,255}");

    /** The document that lives at this path; nothing for a path of someone else. */
    static Optional<BrowserSettings> at(Request request) {
        var segment = SEGMENT_PATH.matcher(request.path());
        if (segment.matches()) {
            return Optional.of(new OfSegment(segment.group(1), request));
        }
        return RUDDER_PATH.matcher(request.path()).matches()
                ? Optional.of(new OfRudder(WriteKey.of(request, Fields.of(Map.of()))))
                : Optional.empty();
    }

    /**
     * For Segment's browser client: it posts to whatever host stands here.
     *
     * @param writeKey from the path
     * @param request tells by what name the client knows us
     */
    record OfSegment(String writeKey, Request request) implements BrowserSettings {
        @Override
        public Optional<String> key() {
            return Optional.of(writeKey);
        }

        @Override
        public Map<String, Object> document() {
            String host = request.header("host")
                    .filter(name -> HOST.matcher(name).matches())
                    .orElse("localhost");
            String protocol =
                    request.header("x-forwarded-proto").filter("https"::equals).orElse("http");
            var segment = Map.of("apiKey", writeKey, "apiHost", host + "/v1", "protocol", protocol);
            return Map.of("integrations", Map.of("Segment.io", segment), "plan", Map.of(), "edgeFunction", Map.of());
        }
    }

    /**
     * For RudderStack's browser client: it posts to the address it was loaded with, once it hears that its source is on.
     *
     * @param key from wherever a key may stand
     */
    record OfRudder(Optional<String> key) implements BrowserSettings {
        @Override
        public Map<String, Object> document() {
            var source = Map.of(
                    "id",
                    "comeback",
                    "name",
                    "Comeback",
                    "writeKey",
                    key.orElse(""),
                    "enabled",
                    true,
                    "workspaceId",
                    "comeback",
                    "config",
                    Map.of(),
                    "connections",
                    List.of(),
                    "destinations",
                    List.of());
            return Map.of("source", source);
        }
    }
}
