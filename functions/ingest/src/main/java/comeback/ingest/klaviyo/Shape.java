package comeback.ingest.klaviyo;

import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.ingest.segment.Origin;
import comeback.json.Fields;

/** The shape of our messages, into which everything of Klaviyo's is put. */
final class Shape {
    private static final Origin ORIGIN = new Origin("Klaviyo", "Klaviyo API");

    private Shape() {}

    static Message message(MessageType type, Fields item, Fields properties, Fields traits) {
        return new Message(ORIGIN, type, item, properties, traits, Profiles.nothing(), Profiles.nothing());
    }
}
