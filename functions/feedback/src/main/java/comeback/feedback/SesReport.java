package comeback.feedback;

import comeback.json.Fields;
import comeback.message.Feedback;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that SES said about a mail of ours. Source of the shapes: SES's event publishing to EventBridge.
 *
 * @param kind what
 * @param at when it happened
 * @param store whose mail
 * @param message which
 * @param sesId SES's name for it
 * @param inboxes the addresses that it is about, in lower case
 */
record SesReport(Feedback.Kind kind, Instant at, StoreId store, MessageId message, String sesId, List<String> inboxes) {
    /** Reads an event's detail; nothing when it is not about a mail of ours or says what we do not use. */
    static Optional<SesReport> read(Map<String, Object> detail) {
        Fields root = Fields.of(detail);
        Fields mail = root.objectOrEmpty("mail");
        Fields tags = mail.objectOrEmpty("tags");
        String type = root.text("eventType").orElse("");
        Optional<Feedback.Kind> kind = kind(type, root);
        Optional<StoreId> store = tag(tags, "store", StoreId::new);
        Optional<MessageId> message = tag(tags, "id", MessageId::new);
        Optional<String> sesId = mail.text("messageId");
        Optional<Instant> at =
                block(root, type).flatMap(block -> block.instant("timestamp")).or(() -> mail.instant("timestamp"));
        if (kind.isEmpty() || store.isEmpty() || message.isEmpty() || sesId.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SesReport(kind.get(), at.get(), store.get(), message.get(), sesId.get(), inboxes(root, mail)));
    }

    private static Optional<Feedback.Kind> kind(String type, Fields root) {
        return switch (type) {
            case "Send" -> Optional.of(Feedback.Kind.SENT);
            case "Delivery" -> Optional.of(Feedback.Kind.DELIVERED);
            case "DeliveryDelay" -> Optional.of(Feedback.Kind.DELAYED);
            case "Reject" -> Optional.of(Feedback.Kind.REJECTED);
            case "Complaint" -> Optional.of(Feedback.Kind.COMPLAINT);
            case "Bounce" ->
                Optional.of(
                        isForGood(root.objectOrEmpty("bounce"))
                                ? Feedback.Kind.HARD_BOUNCE
                                : Feedback.Kind.SOFT_BOUNCE);
            default -> Optional.empty();
        };
    }

    /**
     * What SES calls permanent; and what it calls transient although no such address or domain can ever be: status codes
     * of RFC 3463 that speak of the address. Other 5.x.x codes (a full mailbox is 5.2.2) pass.
     */
    private static boolean isForGood(Fields bounce) {
        return bounce.text("bounceType").equals(Optional.of("Permanent"))
                || bounce.objects("bouncedRecipients").orElse(List.of()).stream()
                        .flatMap(one -> one.text("status").stream())
                        .anyMatch(status -> status.startsWith("5.1.") || status.equals("5.4.4"));
    }

    /** The part of the event that is named after its type: "deliveryDelay" for "DeliveryDelay". */
    private static Optional<Fields> block(Fields root, String type) {
        return type.isEmpty()
                ? Optional.empty()
                : root.object(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
    }

    static <T> Optional<T> tag(Fields tags, String name, Function<String, T> parser) {
        try {
            return tags.texts(name).stream().findFirst().map(parser);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static List<String> inboxes(Fields root, Fields mail) {
        List<Fields> bounced =
                root.objectOrEmpty("bounce").objects("bouncedRecipients").orElse(List.of());
        List<String> addresses = bounced.isEmpty()
                ? mail.texts("destination")
                : bounced.stream()
                        .flatMap(one -> one.text("emailAddress").stream())
                        .toList();
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }
}
