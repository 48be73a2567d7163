package comeback.ingest.protocol;

import comeback.commit.KeyHolder;
import comeback.http.Request;
import comeback.ingest.http.Body;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.Optional;

/** A request, as the protocol of its path understands it. */
public interface Call {
    /** The one method that it is made with. */
    default String method() {
        return "POST";
    }

    /** What was sent, with every wrapping undone. */
    default Body body(Request request) {
        return Body.of(request);
    }

    /** The body as the one object that is read. */
    default Json.Parsed parsed(byte[] body) {
        return Json.parse(body);
    }

    /** The key that came with it; not yet known to be anyone's. */
    Optional<String> key(Request request, Fields body);

    /** What it says. Asked only once the key is known. */
    Reading read(Fields body, KeyHolder sender, Instant receivedAt);

    /** How its sender is told what became of it. */
    default Answers answers() {
        return Answers.PLAIN;
    }
}
