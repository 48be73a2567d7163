package comeback.feedback;

import comeback.json.Fields;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That somebody changed at SES what they want of a contact list of the account: by SES's own page or by one click, where a
 * deployment has SES put its links into letters. Source of the shape: SES's event publishing to EventBridge.
 *
 * @param store whose mail led there
 * @param message which
 * @param at when
 * @param isRefusal whether there is something that they want no longer
 * @param addresses the mail's, in lower case
 */
record SesSubscription(StoreId store, MessageId message, Instant at, boolean isRefusal, List<String> addresses) {
    /** Reads an event's detail; nothing when it tells of something else, or of a mail that is not ours. */
    static Optional<SesSubscription> read(Map<String, Object> detail) {
        Fields root = Fields.of(detail);
        Fields mail = root.objectOrEmpty("mail");
        Fields tags = mail.objectOrEmpty("tags");
        Fields subscription = root.objectOrEmpty("subscription");
        Optional<StoreId> store = SesReport.tag(tags, "store", StoreId::new);
        Optional<MessageId> message = SesReport.tag(tags, "id", MessageId::new);
        Optional<Instant> at = subscription.instant("timestamp").or(() -> mail.instant("timestamp"));
        boolean isOfThis = root.text("eventType").equals(Optional.of("Subscription"));
        if (!isOfThis || store.isEmpty() || message.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SesSubscription(
                store.get(), message.get(), at.get(), isRefusal(subscription), mail.texts("destination")));
    }

    /** SES's topics are not ours, so one that is refused refuses all: the stricter reading is the one that annoys nobody. */
    private static boolean isRefusal(Fields subscription) {
        Fields next = subscription.objectOrEmpty("newTopicPreferences");
        Set<String> before = refused(subscription.objectOrEmpty("oldTopicPreferences"));
        return next.truth("unsubscribeAll").orElse(false)
                || refused(next).stream().anyMatch(topic -> !before.contains(topic));
    }

    private static Set<String> refused(Fields preferences) {
        return preferences.objects("topicSubscriptionStatus").orElse(List.of()).stream()
                .filter(topic -> topic.text("subscriptionStatus").equals(Optional.of("OptOut")))
                .flatMap(topic -> topic.text("topicName").stream())
                .collect(Collectors.toSet());
    }
}
