package comeback.ingest.posthog;

import comeback.ingest.reading.Texts;
import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.ingest.segment.Origin;
import comeback.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item of PostHog's: an event with the person's id beside or inside its properties. What Segment has calls for are events
 * with a "$" here: $identify, $create_alias.
 */
final class PostHogItem {
    private PostHogItem() {}

    /** The key of a request that has none of its own: of its only or its first item. */
    static Optional<String> key(Fields body) {
        Object item = body.asMap().get("batch") instanceof List<?> items && !items.isEmpty()
                ? items.getFirst()
                : body.asMap();
        if (!(item instanceof Map<?, ?> object)) {
            return Optional.empty();
        }
        if (object.get("api_key") instanceof String key) {
            return Optional.of(key);
        }
        return object.get("properties") instanceof Map<?, ?> properties && properties.get("token") instanceof String key
                ? Optional.of(key)
                : Optional.empty();
    }

    static Message message(Fields item) {
        Fields properties = item.objectOrEmpty("properties").without("token");
        Fields traits = properties.objectOrEmpty("$set").over(properties.objectOrEmpty("$set_once"));
        return new Message(
                origin(properties),
                type(item),
                named(item, properties),
                properties,
                traits,
                context(properties),
                Fields.of(Map.of()));
    }

    private static MessageType type(Fields item) {
        return switch (item.asMap().get("event")) {
            case String name when name.equals("$identify") || name.equals("$set") -> MessageType.IDENTIFY;
            case String name when name.equals("$create_alias") -> MessageType.ALIAS;
            case null, default -> MessageType.TRACK;
        };
    }

    /** The item under Segment's names: whose it is, and by what name they were known until now. */
    private static Fields named(Fields item, Fields properties) {
        var names = new LinkedHashMap<String, Object>();
        var id = item.text("distinct_id").or(() -> properties.text("distinct_id"));
        id.ifPresent(its -> names.put(isDevice(properties, its) ? "anonymousId" : "userId", its));
        Texts.text(properties, "$anon_distinct_id").ifPresent(its -> names.put("anonymousId", its));
        Texts.text(properties, "alias").ifPresent(its -> names.put("previousId", its));
        Texts.text(properties, "$insert_id").ifPresent(its -> names.put("messageId", its));
        if (item.has("properties")) {
            names.put("properties", properties.asMap());
        }
        return item.with(names);
    }

    /** Before anyone says who they are, the browser client calls them by the id of their device. */
    private static boolean isDevice(Fields properties, String id) {
        return Boolean.FALSE.equals(properties.asMap().get("$is_identified"))
                || id.equals(properties.asMap().get("$device_id"));
    }

    private static Origin origin(Fields properties) {
        String library =
                Texts.text(properties, "$lib").map(name -> " from " + name).orElse("");
        String version = Texts.text(properties, "$lib_version")
                .map(number -> " " + number)
                .orElse("");
        return new Origin("PostHog", "PostHog API" + library + version);
    }

    private static Fields context(Fields properties) {
        var context = new LinkedHashMap<String, Object>();
        Texts.text(properties, "$browser_language").ifPresent(language -> context.put("locale", language));
        Texts.text(properties, "$timezone").ifPresent(zone -> context.put("timezone", zone));
        return Fields.of(context);
    }
}
