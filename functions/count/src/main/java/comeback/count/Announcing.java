package comeback.count;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import comeback.commit.DueItems.DueItem;
import comeback.commit.Messages;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.StoreId;
import comeback.table.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be told outside among the changes of the table: that SES took a letter, and what became of a coupon.
 * Nothing is told that was not committed, because only what was committed is on the stream.
 */
public final class Announcing {
    private static final String SENT = "message.sent";
    private static final String OF_COUPONS = "coupon.";

    private final Messages messages;
    private final Announcements announcements;

    public Announcing(Messages messages, Announcements announcements) {
        this.messages = messages;
        this.announcements = announcements;
    }

    /** Tells it; how much it was. */
    public int announce(List<DynamodbStreamRecord> records) {
        Map<StoreId, Set<MessageId>> sent = new LinkedHashMap<>();
        List<Announcement> all = new ArrayList<>();
        for (DynamodbStreamRecord record : records) {
            coupon(record).ifPresent(all::add);
            accepted(record)
                    .ifPresent(message -> sent.computeIfAbsent(message.store(), store -> new LinkedHashSet<>())
                            .add(message.id()));
        }
        // The letter of somebody who was forgotten meanwhile is not there any more, and of it nothing is told.
        sent.forEach((store, ids) -> {
            Map<MessageId, Message> found = messages.findAll(store, ids);
            ids.stream()
                    .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                    .flatMap(message -> sent(message).stream())
                    .forEach(all::add);
        });
        if (!all.isEmpty()) {
            announcements.tell(all);
        }
        return all.size();
    }

    /** A message that SES took just now: what becomes of it later changes its item too, and is not this. */
    private static Optional<DueItem.OfMessage> accepted(DynamodbStreamRecord record) {
        var keys = record.getDynamodb().getKeys();
        return Keys.dueItem(
                        requireNonNull(keys.get("pk")).getS(),
                        requireNonNull(keys.get("sk")).getS())
                .flatMap(item -> item instanceof DueItem.OfMessage message ? Optional.of(message) : Optional.empty())
                .filter(message -> isAccepted(record.getDynamodb().getNewImage())
                        && !isAccepted(record.getDynamodb().getOldImage()));
    }

    private static boolean isAccepted(@Nullable Map<String, AttributeValue> image) {
        return text(image, "state").equals("ACCEPTED");
    }

    private static String text(@Nullable Map<String, AttributeValue> image, String name) {
        return Optional.ofNullable(image)
                .map(item -> item.get(name))
                .map(AttributeValue::getS)
                .orElse("");
    }

    private static Optional<Announcement> sent(Message message) {
        return message.state() instanceof MessageState.Accepted accepted
                ? Optional.of(new Announcement(
                        SENT,
                        message.store().value(),
                        message.id().value(),
                        Map.of(
                                "message", message.id().value(),
                                "customer", message.customer().value(),
                                "flow", message.flow(),
                                "step", message.name(),
                                "variant", message.variant().orElse(""),
                                "at", accepted.at().toString())))
                : Optional.empty();
    }

    /** A coupon's item says what is told of it. When only something else of it changed, it was told already. */
    private static Optional<Announcement> coupon(DynamodbStreamRecord record) {
        var now = record.getDynamodb().getNewImage();
        String event = text(now, "event");
        if (!event.startsWith(OF_COUPONS)
                || Objects.equals(event, text(record.getDynamodb().getOldImage(), "event"))) {
            return Optional.empty();
        }
        Map<String, String> detail = new HashMap<>();
        for (String name : List.of("code", "customer", "message", "order", "at")) {
            detail.put(name, text(now, name));
        }
        return Optional.of(new Announcement(event, text(now, "store"), text(now, "code"), detail));
    }
}
