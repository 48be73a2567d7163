package comeback.test;

import comeback.json.Tree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a shopper did, as a storefront tells it with Segment's tracking API; now, unless it says when.
 *
 * @param user the shop's own id of the shopper
 * @param call "track" or "identify"
 * @param body what the call says beside who and when
 */
public record Happened(String user, String call, Map<String, Object> body) {
    public Happened {
        body = Map.copyOf(body);
    }

    Map<String, Object> asJson(String id, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>(new Tree()
                .with("messageId", id)
                .with("userId", user)
                .with("timestamp", now.toString())
                .toMap());
        json.putAll(body);
        return json;
    }
}
