package comeback.ingest.segment;

import comeback.commit.KeyHolder;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Read;
import comeback.json.Fields;
import java.time.Instant;
import java.util.Optional;

/** Makes events of messages, whichever protocol put them into that shape. */
public final class MessageReader {
    private final KeyHolder sender;
    private final Instant receivedAt;
    private final Links links;

    /**
     * For the messages of one request.
     *
     * @param sender whose key came with it
     * @param receivedAt now
     */
    public MessageReader(KeyHolder sender, Instant receivedAt) {
        this.sender = sender;
        this.receivedAt = receivedAt;
        this.links = Links.of(sender.store(), sender.keyClass());
    }

    /** When a request left its sender, by the sender's clock, if it says so. */
    public static Optional<Instant> sentAt(Fields body) {
        return Envelope.sentAt(body);
    }

    /**
     * One message's event; nothing when something in it is wrong, which is then noted.
     *
     * @param sentAt when its request left, by the sender's clock, if that is known and the message does not say
     */
    public Optional<Read> read(Message message, Optional<Instant> sentAt) {
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
                message.origin().client(),
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
}
