package comeback.local.feed;

import java.util.Map;

/**
 * Why something was decided.
 *
 * @param flow which automation
 * @param verdict STARTED, SENDING, SKIPPED and so on, or the state that a message came to
 * @param text in words
 * @param otherwise what would have changed it; empty when nothing spoke against anything
 */
public record FeedReason(String flow, String verdict, String text, String otherwise) {
    Map<String, Object> asJson() {
        return Map.of("flow", flow, "verdict", verdict, "text", text, "otherwise", otherwise);
    }
}
