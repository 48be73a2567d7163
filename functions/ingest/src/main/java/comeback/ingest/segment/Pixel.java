package comeback.ingest.segment;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.http.WriteKey;
import comeback.ingest.protocol.Answers;
import comeback.ingest.protocol.Call;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture that nobody sees, in a page or a mail without scripts: its address carries a whole message in base64. A
 * broken picture would be seen, so whatever becomes of the message, a picture comes back.
 *
 * @param type said by the path
 */
record Pixel(MessageType type) implements Call {
    static final String PATH = "/v1/pixel/{call}";

    private static final Pattern SHAPE = Pattern.compile("/v1/pixel/([a-z]{1,10})/?");

    private static final Answers PICTURE = new Answers() {
        @Override
        public Answer kept(List<Read> events, List<String> problems) {
            return Answer.picture();
        }

        @Override
        public Answer refused(List<String> problems) {
            return Answer.picture();
        }

        @Override
        public Answer unknownKey() {
            return Answer.picture();
        }
    };

    static Optional<MessageType> at(String path) {
        var shape = SHAPE.matcher(path);
        return shape.matches() ? MessageType.of(shape.group(1)) : Optional.empty();
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Body body(Request request) {
        // In an address a plus stands for a blank, so it is not there any more; base64 has both its alphabets here.
        String data = request.queryParameter("data")
                .orElse("")
                .replace(' ', '+')
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Body.unpacked(Base64.getMimeDecoder().decode(data.getBytes(StandardCharsets.US_ASCII)), "");
        } catch (IllegalArgumentException e) {
            return new Body.Unreadable("data: not base64");
        }
    }

    @Override
    public Optional<String> key(Request request, Fields body) {
        return WriteKey.of(request, body);
    }

    @Override
    public Reading read(Fields body, KeyHolder sender, Instant receivedAt) {
        return SegmentReader.read(new SegmentTarget.One(type), body, sender, receivedAt);
    }

    @Override
    public Answers answers() {
        return PICTURE;
    }
}
