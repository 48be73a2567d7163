package comeback.ingest.segment;

import comeback.json.Fields;
import java.util.Optional;

/**
 * One message, taken apart once, so that a mistake in it is noted once.
 *
 * @param type which call it is
 * @param item all of it
 * @param properties of a track or page call
 * @param traits of the person
 * @param context where and with what it was sent; what the batch says for all its messages included
 * @param contextTraits what the client remembers of the person
 */
record Message(MessageType type, Fields item, Fields properties, Fields traits, Fields context, Fields contextTraits) {
    private static final String POSTHOG_IDENTIFY = "$identify";

    /** The message that this item is; nothing when its type is missing or unknown, which is then noted. */
    static Optional<Message> in(Fields item, Fields batchContext) {
        return typeOf(item).map(type -> of(type, item, batchContext));
    }

    static Message of(MessageType type, Fields item, Fields batchContext) {
        Fields properties = item.objectOrEmpty("properties");
        Fields context = item.objectOrEmpty("context").over(batchContext);
        // PostHog has no call of its own for identify; the traits lie in the properties of an event of that name.
        Fields traits = properties.has("$set") ? properties.objectOrEmpty("$set") : item.objectOrEmpty("traits");
        return new Message(type, item, properties, traits, context, context.objectOrEmpty("traits"));
    }

    private static Optional<MessageType> typeOf(Fields item) {
        if (item.has("distinct_id") && item.has("event")) {
            boolean isIdentify = POSTHOG_IDENTIFY.equals(item.asMap().get("event"));
            return Optional.of(isIdentify ? MessageType.IDENTIFY : MessageType.TRACK);
        }
        var type = item.text("type").flatMap(MessageType::of);
        if (type.isEmpty()) {
            item.refuse("type", "expected identify, track, page, screen, group or alias");
        }
        return type;
    }
}
