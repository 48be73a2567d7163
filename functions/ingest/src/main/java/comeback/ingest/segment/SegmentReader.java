package comeback.ingest.segment;

import comeback.commit.KeyHolder;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the clients of the Segment family post. Either all of a body is understood, or none of it is used. */
public final class SegmentReader {
    /** Segment's own limits, which its clients keep. */
    public static final int BATCH_MAX = 2_500;

    public static final int MESSAGE_BYTES_MAX = 32 * 1024;

    private final KeyHolder sender;
    private final Instant receivedAt;
    private final Links links;

    private SegmentReader(KeyHolder sender, Instant receivedAt) {
        this.sender = sender;
        this.receivedAt = receivedAt;
        this.links = Links.of(sender.store(), sender.keyClass());
    }

    /**
     * The events of a body.
     *
     * @param target what the path said that the body is
     * @param body the whole request
     * @param sender whose key came with it
     * @param receivedAt now
     */
    public static Reading read(SegmentTarget target, Fields body, KeyHolder sender, Instant receivedAt) {
        List<Read> events = new SegmentReader(sender, receivedAt).readAll(target, body);
        List<String> problems = body.problems().stream().distinct().toList();
        return problems.isEmpty() ? new Reading.Understood(events) : new Reading.Refused(problems);
    }

    private List<Read> readAll(SegmentTarget target, Fields body) {
        return switch (target) {
            case SegmentTarget.One(var type) -> {
                refuseTooLarge(body, body, "message");
                var message = Message.of(type, body, nothing());
                yield read(message, Optional.empty()).stream().toList();
            }
            case SegmentTarget.Batch() -> readBatch(body);
        };
    }

    private List<Read> readBatch(Fields body) {
        var items = body.objects("batch").orElse(List.of());
        if (!body.has("batch")) {
            body.refuse("batch", "required: a list of messages");
        }
        if (items.size() > BATCH_MAX) {
            body.refuse("batch", items.size() + " messages; at most " + BATCH_MAX);
            return List.of();
        }
        var sentAt = Envelope.sentAt(body);
        Fields context = body.objectOrEmpty("context");
        var events = new ArrayList<Read>();
        for (int i = 0; i < items.size(); i++) {
            refuseTooLarge(items.get(i), body, "batch[" + i + "]");
            Message.in(items.get(i), context)
                    .flatMap(message -> read(message, sentAt))
                    .ifPresent(events::add);
        }
        return events;
    }

    /** One message's event; nothing when something in it is wrong, which is then noted. */
    private Optional<Read> read(Message message, Optional<Instant> sentAt) {
        var envelope = Envelope.of(message, sentAt, receivedAt);
        var name = Events.nameOf(message);
        var event = Events.in(message, name, envelope.occurredAt(), links);
        var person = Person.in(message, name);
        return event.filter(its -> !person.refs().isEmpty())
                .map(its -> new Read(storeEvent(message, name, envelope, person, its), envelope.raw()));
    }

    private StoreEvent storeEvent(
            Message message, Optional<TrackName> name, Envelope envelope, Person person, Event event) {
        return new StoreEvent(
                envelope.id(),
                envelope.source(),
                envelope.occurredAt(),
                receivedAt,
                person.refs(),
                person.email(),
                person.emailIsTheirs(),
                Profiles.of(message, name),
                Consents.in(message, name, envelope.occurredAt()),
                sender.keyClass(),
                envelope.isHistory(),
                event);
    }

    private static void refuseTooLarge(Fields message, Fields body, String path) {
        int bytes = Json.print(message.asMap()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MESSAGE_BYTES_MAX) {
            body.refuse(path, bytes + " bytes; at most " + MESSAGE_BYTES_MAX);
        }
    }

    private static Fields nothing() {
        return Fields.of(Map.of());
    }
}
