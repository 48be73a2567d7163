package comeback.ingest.posthog;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.http.WriteKey;
import comeback.ingest.protocol.Call;
import comeback.ingest.protocol.Parts;
import comeback.ingest.protocol.Protocol;
import comeback.ingest.reading.Reading;
import comeback.ingest.segment.MessageReader;
import comeback.json.Fields;
import comeback.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostHog's clients speak: items in a list, a list alone, or one item alone, at any of these paths. */
public final class PostHog implements Protocol {
    private static final Set<String> PATHS = Set.of("/batch", "/capture", "/e", "/i/v0/e");

    /** Its browser client may put base64 into a form, so that no preflight is needed. */
    private static final byte[] FORM = "data=".getBytes(StandardCharsets.US_ASCII);

    private static final Capture CAPTURE = new Capture();

    @Override
    public List<String> paths() {
        return List.of("/batch/", "/capture/", "/e/", "/i/v0/e/");
    }

    @Override
    public Optional<Call> at(Request request) {
        String path = request.path();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return PATHS.contains(bare) ? Optional.of(CAPTURE) : Optional.empty();
    }

    /** All of its paths take all of its shapes. */
    private record Capture() implements Call {
        @Override
        public Json.Parsed parsed(byte[] body) {
            return isForm(body) ? unwrapped(body) : Json.parseList(body, "batch");
        }

        @Override
        public Optional<String> key(Request request, Fields body) {
            return WriteKey.of(request, body).or(() -> PostHogItem.key(body));
        }

        @Override
        public Reading read(Fields body, KeyHolder sender, Instant receivedAt) {
            var reader = new MessageReader(sender, receivedAt);
            var sentAt = MessageReader.sentAt(body);
            var parts = new Parts(body);
            if (body.has("event") && !body.has("batch")) {
                parts.add(() -> reader.read(PostHogItem.message(body), sentAt));
            } else {
                parts.each(body, "batch", "events", item -> reader.read(PostHogItem.message(item), sentAt));
            }
            return parts.reading();
        }

        private static boolean isForm(byte[] body) {
            return body.length > FORM.length && Arrays.equals(body, 0, FORM.length, FORM, 0, FORM.length);
        }

        private static Json.Parsed unwrapped(byte[] form) {
            String data = new String(form, StandardCharsets.US_ASCII).split("[=&]", 3)[1];
            try {
                String base64 = URLDecoder.decode(data, StandardCharsets.US_ASCII);
                return Json.parseList(Base64.getMimeDecoder().decode(base64), "batch");
            } catch (IllegalArgumentException e) {
                return new Json.Parsed.Broken("expected base64 behind data=");
            }
        }
    }
}
