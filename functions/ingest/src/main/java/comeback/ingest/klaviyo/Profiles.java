package comeback.ingest.klaviyo;

import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A person as Klaviyo's API describes one. */
final class Profiles {
    /** Of a location, what is asked of a person too. */
    private static final Set<String> PLACES = Set.of("timezone", "country");

    private Profiles() {}

    /** That these attributes are now the person's. */
    static Message told(Fields attributes) {
        return Shape.message(MessageType.IDENTIFY, attributes.with(ids(attributes)), nothing(), traits(attributes));
    }

    /** The names by which a shop knows the person, as our messages call them. */
    static Map<String, Object> ids(Fields attributes) {
        var ids = new LinkedHashMap<String, Object>();
        attributes.text("external_id").ifPresent(id -> ids.put("userId", id));
        attributes.text("anonymous_id").ifPresent(id -> ids.put("anonymousId", id));
        return ids;
    }

    /** Address, names, language, zone and country: the first three are called as we call them. */
    static Fields traits(Fields attributes) {
        var told = new LinkedHashMap<String, Object>();
        attributes.objectOrEmpty("location").asMap().forEach((name, value) -> {
            if (PLACES.contains(name) && value instanceof String) {
                told.put(name, value);
            }
        });
        return attributes.with(told);
    }

    static Fields nothing() {
        return Fields.of(Map.of());
    }
}
