package comeback.count;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened, as whoever listens is told of it: ids and a time, no address, no name. Who wants more asks for it
 * by these ids.
 *
 * @param type what: "message.sent", "coupon.issued"
 * @param subject what it happened to: a message's id, a coupon's code
 * @param detail the rest, by name
 */
public record Announcement(String type, String store, String subject, Map<String, String> detail) {
    public Announcement {
        detail = Map.copyOf(detail);
    }

    /** The same however often it is told, so that who was told twice can tell. Each of these happens to its subject once. */
    public String id() {
        return String.join(":", type, store, subject);
    }

    /** All that is told. */
    public Map<String, Object> body() {
        Map<String, Object> body = new TreeMap<>(detail);
        body.put("id", id());
        body.put("store", store);
        return body;
    }
}
