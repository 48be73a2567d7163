package comeback.local.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of what happened.
 *
 * @param seq counts up by one, over resets too
 * @param at by the local world's clock
 * @param store the store's id; empty when it is about none
 * @param customer the customer's id; empty when it is about none
 * @param title what happened, in a few words
 * @param detail more of it; may be empty
 * @param reasons of decisions
 * @param messages the ids of the messages that were born of it, or that it is about
 */
public record FeedEntry(
        long seq,
        Instant at,
        Kind kind,
        String store,
        String customer,
        String title,
        String detail,
        List<FeedReason> reasons,
        List<String> messages) {
    /** What an entry is about. */
    public enum Kind {
        /** Something that a storefront, a shopper or SES told. */
        EVENT,
        /** What was decided without being told anything: an alarm rang. */
        DECISION,
        /** A message was born or changed its state. */
        MESSAGE,
        /** The clock was turned, or the world was emptied. */
        CLOCK,
        /** Something is wrong: a function failed, or a template has a mistake. */
        PROBLEM
    }

    public FeedEntry {
        reasons = List.copyOf(reasons);
        messages = List.copyOf(messages);
    }

    /** As the control surface tells it. */
    public Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("seq", seq);
        json.put("at", at.toString());
        json.put("kind", kind.name().toLowerCase(Locale.ROOT));
        json.put("store", store);
        json.put("customer", customer);
        json.put("title", title);
        json.put("detail", detail);
        json.put("reasons", reasons.stream().map(FeedReason::asJson).toList());
        json.put("messages", messages);
        messages.stream().findFirst().ifPresent(id -> json.put("messageId", id));
        return json;
    }
}
