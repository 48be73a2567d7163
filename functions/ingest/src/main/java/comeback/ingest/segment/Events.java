package comeback.ingest.segment;

import comeback.event.Event;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Optional;

/** What a message reports, in our vocabulary. */
final class Events {
    private static final int NAME_MAX = 100;

    private Events() {}

    /** The event; nothing when something in it is wrong, which is then noted. */
    static Optional<Event> in(Message message, Optional<TrackName> name, Instant occurredAt, Links links) {
        return switch (message.type()) {
            case IDENTIFY -> Optional.of(new Event.CustomerUpdated());
            case TRACK ->
                name.isPresent()
                        ? name.get().read(message.properties(), occurredAt, links)
                        : unrecognised(message.item());
            case PAGE, SCREEN, GROUP, ALIAS ->
                Optional.of(new Event.Unrecognised(message.type().word()));
        };
    }

    /** The name of a track call, if it means something to us. */
    static Optional<TrackName> nameOf(Message message) {
        return message.type() == MessageType.TRACK && message.item().asMap().get("event") instanceof String name
                ? TrackName.of(name)
                : Optional.empty();
    }

    private static Optional<Event> unrecognised(Fields item) {
        var name = Texts.shown(item, NAME_MAX, "event");
        if (name.isEmpty()) {
            item.refuse("event", "required: the event's name");
        }
        return name.map(Event.Unrecognised::new);
    }
}
