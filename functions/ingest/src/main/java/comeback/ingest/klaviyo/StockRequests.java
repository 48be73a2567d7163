package comeback.ingest.klaviyo;

import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageType;
import comeback.json.Fields;
import java.util.LinkedHashMap;
import java.util.List;

/** Someone wants to hear when a variant is there again. */
final class StockRequests {
    /** "$custom:::$default:::MUG-SAND": where the catalogue comes from, which of its lists, and the variant. */
    private static final String BETWEEN = ":::";

    private StockRequests() {}

    static Message message(Fields data) {
        Fields attributes = Klaviyo.attributes(data);
        Fields profile = Klaviyo.attributes(attributes.objectOrEmpty("profile").objectOrEmpty("data"));
        Fields variant =
                data.objectOrEmpty("relationships").objectOrEmpty("variant").objectOrEmpty("data");
        if (!variant.has("id")) {
            variant.refuse("id", "required: the variant");
        }
        var properties = new LinkedHashMap<String, Object>();
        variant.text("id").map(StockRequests::bare).ifPresent(id -> {
            properties.put("product_id", id);
            properties.put("variant_id", id);
        });
        var item = new LinkedHashMap<>(Profiles.ids(profile));
        item.put("event", isByEmail(attributes) ? "Back In Stock Subscribed" : "Back In Stock Subscribed elsewhere");
        return Shape.message(MessageType.TRACK, data.with(item), variant.with(properties), Profiles.traits(profile));
    }

    private static String bare(String id) {
        return id.substring(id.lastIndexOf(BETWEEN) < 0 ? 0 : id.lastIndexOf(BETWEEN) + BETWEEN.length());
    }

    /** Who is to be told by text message only is no concern of ours. */
    private static boolean isByEmail(Fields attributes) {
        return !(attributes.asMap().get("channels") instanceof List<?> channels) || channels.contains("EMAIL");
    }
}
