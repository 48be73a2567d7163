package comeback.local.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One mail that SES accepted.
 *
 * @param id as SES named it
 * @param from the sender as the inbox shows it
 * @param to the address; several are joined by ", "
 * @param headers those that the sender set itself, as they were sent
 * @param html empty when there was no such part
 * @param text empty when there was no such part
 * @param tags all of them; store, customer, flow, message, class and id are ours
 */
public record Mail(
        String id,
        String from,
        String to,
        String subject,
        Map<String, String> headers,
        String html,
        String text,
        Instant sentAt,
        Map<String, String> tags) {
    public Mail {
        headers = Map.copyOf(headers);
        tags = Map.copyOf(tags);
    }

    /** The value of one of the tags, "" when it has none of that name. */
    public String tag(String name) {
        return Objects.requireNonNullElse(tags.get(name), "");
    }

    /** All of it, as the control surface tells it. */
    public Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        for (String tag : new String[] {"store", "customer", "flow", "message", "class"}) {
            json.put(tag, tag(tag));
        }
        json.put("from", from);
        json.put("to", to);
        json.put("subject", subject);
        json.put("headers", headers);
        json.put("html", html);
        json.put("text", text);
        json.put("sentAt", sentAt.toString());
        json.put("tags", tags);
        return json;
    }

    /** What names it, for a list. */
    public Map<String, Object> asLine() {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("to", to);
        json.put("subject", subject);
        json.put("flow", tag("flow"));
        json.put("message", tag("message"));
        json.put("sentAt", sentAt.toString());
        return json;
    }
}
