package comeback.feedback;

import comeback.engagement.Touch;
import comeback.json.Fields;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * That a picture of ours was fetched or a link of ours followed, as SES said it. Source of the shapes: SES's event publishing
 * to EventBridge.
 *
 * @param store whose mail
 * @param message which
 * @param sesId SES's name for it
 * @param touch what was done
 */
record SesTouch(StoreId store, MessageId message, String sesId, Touch touch) {
    /** Reads an event's detail; nothing when it tells of something else, or of a mail that is not ours. */
    static Optional<SesTouch> read(Map<String, Object> detail) {
        Fields root = Fields.of(detail);
        Fields mail = root.objectOrEmpty("mail");
        Fields tags = mail.objectOrEmpty("tags");
        Optional<StoreId> store = SesReport.tag(tags, "store", StoreId::new);
        Optional<MessageId> message = SesReport.tag(tags, "id", MessageId::new);
        Optional<String> sesId = mail.text("messageId");
        Optional<Touch> touch = store.flatMap(whose -> touch(whose, root));
        if (message.isEmpty() || sesId.isEmpty() || touch.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SesTouch(store.orElseThrow(), message.get(), sesId.get(), touch.get()));
    }

    private static Optional<Touch> touch(StoreId store, Fields root) {
        return switch (root.text("eventType").orElse("")) {
            case "Open" -> {
                Fields open = root.objectOrEmpty("open");
                yield open.instant("timestamp").map(at -> Touch.open(store, at, address(open), agent(open)));
            }
            case "Click" -> {
                Fields click = root.objectOrEmpty("click");
                yield click.instant("timestamp").map(at -> click(store, at, click));
            }
            default -> Optional.empty();
        };
    }

    private static Touch click(StoreId store, Instant at, Fields click) {
        return Touch.click(store, at, click.text("link").orElse(""), address(click), agent(click));
    }

    private static String address(Fields touched) {
        return touched.text("ipAddress").orElse("");
    }

    private static String agent(Fields touched) {
        return touched.text("userAgent").orElse("");
    }
}
