package comeback.ingest.segment;

import comeback.json.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * One message, taken apart once, so that a mistake in it is noted once. Other protocols put their own into this shape.
 *
 * @param origin where it comes from
 * @param type which call it is
 * @param item all of it: its ids, its time, the name of its event
 * @param properties of a track or page call
 * @param traits of the person
 * @param context where and with what it was sent; what the batch says for all its messages included
 * @param contextTraits what the client remembers of the person
 */
public record Message(
        Origin origin,
        MessageType type,
        Fields item,
        Fields properties,
        Fields traits,
        Fields context,
        Fields contextTraits) {
    /** The message that this item is; nothing when it has no type, which is then noted. */
    public static Optional<Message> in(Fields item, Fields batchContext) {
        var word = item.text("type");
        if (word.isEmpty()) {
            item.refuse("type", "required: identify, track, page, screen, group or alias");
        }
        return word.map(its -> MessageType.of(its)
                .map(type -> of(type, item, batchContext))
                // A call that was invented after us is kept under its own name.
                .orElseGet(() -> of(MessageType.TRACK, item.with(Map.of("event", its)), batchContext)));
    }

    static Message of(MessageType type, Fields item, Fields batchContext) {
        Fields context = item.objectOrEmpty("context").over(batchContext);
        return new Message(
                Origin.segment(context),
                type,
                item,
                item.objectOrEmpty("properties"),
                item.objectOrEmpty("traits"),
                context,
                context.objectOrEmpty("traits"));
    }
}
