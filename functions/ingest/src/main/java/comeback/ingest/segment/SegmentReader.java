package comeback.ingest.segment;

import comeback.commit.KeyHolder;
import comeback.ingest.protocol.Parts;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads what the clients of the Segment family post. Of a batch, the messages without a mistake are used. */
public final class SegmentReader {
    /** Segment's own limit, which its clients keep. */
    public static final int MESSAGE_BYTES_MAX = 32 * 1024;

    private SegmentReader() {}

    /**
     * The events of a body.
     *
     * @param target what the path said that the body is
     * @param body the whole request
     * @param sender whose key came with it
     * @param receivedAt now
     */
    public static Reading read(SegmentTarget target, Fields body, KeyHolder sender, Instant receivedAt) {
        var reader = new MessageReader(sender, receivedAt);
        return switch (target) {
            case SegmentTarget.One(var type) -> Parts.one(body, () -> one(reader, type, body));
            case SegmentTarget.Batch() -> batch(reader, body);
        };
    }

    private static Optional<Read> one(MessageReader reader, MessageType type, Fields body) {
        refuseTooLarge(body);
        return reader.read(Message.of(type, body, Fields.of(Map.of())), Optional.empty());
    }

    private static Reading batch(MessageReader reader, Fields body) {
        var sentAt = Envelope.sentAt(body);
        Fields context = body.objectOrEmpty("context");
        var parts = new Parts(body);
        parts.each(body, "batch", "messages", item -> {
            refuseTooLarge(item);
            return Message.in(item, context).flatMap(message -> reader.read(message, sentAt));
        });
        return parts.reading();
    }

    private static void refuseTooLarge(Fields message) {
        int bytes = Json.print(message.asMap()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MESSAGE_BYTES_MAX) {
            message.refuse(bytes + " bytes; at most " + MESSAGE_BYTES_MAX);
        }
    }
}
