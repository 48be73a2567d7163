package comeback.ingest.segment;

import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.ingest.Shops;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.store.KeyClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Messages of tests, read as the function reads them. */
final class Messages {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Messages() {}

    /** The event of a track call by "u1" with the secret key. */
    static <E extends Event> E tracked(Class<E> type, String name, String properties) {
        return type.cast(track(KeyClass.SECRET, name, properties).event());
    }

    static StoreEvent track(KeyClass keyClass, String name, String properties) {
        return one(
                keyClass,
                MessageType.TRACK,
                "{\"userId\":\"u1\",\"event\":\"%s\",\"properties\":%s}".formatted(name, properties));
    }

    /** The event of a message with the secret key. */
    static StoreEvent one(MessageType type, String json) {
        return one(KeyClass.SECRET, type, json);
    }

    static StoreEvent one(KeyClass keyClass, MessageType type, String json) {
        return read(keyClass, new SegmentTarget.One(type), json).getFirst().event();
    }

    static List<Read> batch(String json) {
        return read(KeyClass.SECRET, new SegmentTarget.Batch(), json);
    }

    private static List<Read> read(KeyClass keyClass, SegmentTarget target, String json) {
        var body = switch (Json.parse(json.getBytes(StandardCharsets.UTF_8))) {
            case Json.Parsed.Value(var object) -> Fields.of(object);
            case Json.Parsed.Broken(var why) -> throw new AssertionError(why);
        };
        return switch (SegmentReader.read(target, body, Shops.holder(keyClass), NOW)) {
            case Reading.Understood(var events, var reports) -> events;
            case Reading.Partly partly ->
                throw new AssertionError(partly.problems().toString());
            case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
