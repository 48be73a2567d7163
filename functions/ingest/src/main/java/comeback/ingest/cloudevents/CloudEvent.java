package comeback.ingest.cloudevents;

import comeback.customer.Fingerprint;
import comeback.ingest.reading.Emails;
import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.ingest.segment.Origin;
import comeback.json.Fields;
import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One event with its attributes and its data in one object, put into the shape of Segment's messages. */
final class CloudEvent {
    /** Names for the person that storefronts put into data, strongest first. */
    private static final List<String> USER = List.of("userId", "user_id", "customerId", "customer_id");

    private static final List<String> VISITOR = List.of("anonymousId", "anonymous_id", "visitor_id");

    private CloudEvent() {}

    /** The message; nothing when an attribute is missing or wrong, which is then noted, or when it is about nobody. */
    static Optional<Message> message(Fields event) {
        required(event, "specversion");
        var id = required(event, "id");
        var source = required(event, "source");
        var type = required(event, "type");
        var time = event.instant("time");
        Fields data = data(event);
        if (id.isEmpty() || source.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        var name = EventTypes.named(type.get());
        var item = new LinkedHashMap<String, Object>();
        item.put("event", name.event());
        // An id is unique within its source only.
        item.put("messageId", Fingerprint.of("CloudEvents", source.get(), id.get()));
        time.ifPresent(at -> item.put("timestamp", at.toString()));
        first(data, USER).or(() -> event.text("subject")).ifPresent(user -> item.put("userId", user));
        first(data, VISITOR).ifPresent(visitor -> item.put("anonymousId", visitor));
        boolean isAboutSomeone = item.containsKey("userId")
                || item.containsKey("anonymousId")
                || Emails.perhapsIn(data, "email").isPresent();
        if (!name.isKnown() && !isAboutSomeone) {
            // A shop may send all that happens in it. What we do not know and is about nobody has no place with us.
            return Optional.empty();
        }
        return Optional.of(new Message(
                new Origin("CloudEvents", "CloudEvents from " + source.get()),
                name.isAboutThePerson() ? MessageType.IDENTIFY : MessageType.TRACK,
                data.with(item),
                data,
                name.isAboutThePerson() ? data.objectOrEmpty("traits").over(data) : data.objectOrEmpty("traits"),
                data.objectOrEmpty("context").over(data),
                Fields.of(Map.of())));
    }

    private static Optional<String> required(Fields event, String attribute) {
        var value = event.text(attribute);
        if (!event.has(attribute)) {
            event.refuse(attribute, "required");
        }
        return value;
    }

    /** The data as an object; of data in any other form nothing is understood. */
    private static Fields data(Fields event) {
        if (event.asMap().get("data_base64") instanceof String base64) {
            return event.with(Map.of("data", unpacked(base64))).objectOrEmpty("data");
        }
        return event.asMap().get("data") instanceof Map<?, ?> ? event.objectOrEmpty("data") : Fields.of(Map.of());
    }

    private static Map<String, Object> unpacked(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
            return Json.parse(bytes) instanceof Json.Parsed.Value(var object) ? object : Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    private static Optional<String> first(Fields data, List<String> names) {
        return names.stream().flatMap(name -> data.text(name).stream()).findFirst();
    }
}
