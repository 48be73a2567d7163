package comeback.ingest.segment;

import comeback.customer.Fingerprint;
import comeback.event.StoreEvent;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every message has around its contents.
 *
 * @param id the sender's own, else computed from the contents
 * @param occurredAt by our clock; never after it was received
 * @param isHistory imported: it is to be known and to start nothing
 * @param raw as sent, without what belongs to the request and not to the message
 */
record Envelope(String id, Instant occurredAt, boolean isHistory, Map<String, Object> raw) {
    /** No shop sold anything earlier or will later; beyond these, sums of times overflow. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Duration CLOCK_STEP = Duration.ofMinutes(1);

    /** A clock that is fast by less than this is left alone; nobody checks out and pays within it. */
    private static final Duration FAST_CLOCK = Duration.ofSeconds(5);

    /** Of the request, not of the message: the key is a secret, and the time of sending differs at each repeat. */
    private static final List<String> OF_THE_REQUEST = List.of("writeKey", "api_key", "sentAt", "sent_at");

    private static final List<String> HISTORY_MARKS = List.of("backfill", "historical_import", "historical_migration");

    static Envelope of(Message message, Optional<Instant> batchSentAt, Instant receivedAt) {
        Fields item = message.item();
        var happened = time(item, Texts.named(item, "timestamp", "originalTimestamp"));
        var sentAt = sentAt(item).or(() -> batchSentAt);
        var raw = new LinkedHashMap<>(item.asMap());
        raw.keySet().removeAll(OF_THE_REQUEST);
        return new Envelope(
                Texts.id(item, StoreEvent.ID_MAX, "messageId", "uuid")
                        .orElseGet(() -> computedId(raw, happened, receivedAt)),
                happened.map(at -> byOurClock(at, sentAt, receivedAt)).orElse(receivedAt),
                isHistory(message),
                raw);
    }

    /** When the request left its sender, by the sender's clock. */
    static Optional<Instant> sentAt(Fields fields) {
        return time(fields, Texts.named(fields, "sentAt", "sent_at"));
    }

    /**
     * What the sender's clock said at sending, against ours at receiving, is its error and the way here together. The way
     * differs from request to request, by seconds when a function starts cold; a correction by the exact difference would
     * let a checkout overtake the order that followed it. So clocks are corrected in whole minutes, which leaves the
     * events of one sender in their own order. However wrong the clock is: a phone may believe that it is 1970.
     */
    private static Instant byOurClock(Instant happened, Optional<Instant> sentAt, Instant receivedAt) {
        Duration apart = sentAt.map(sent -> Duration.between(sent, receivedAt)).orElse(Duration.ZERO);
        long steps = Math.floorDiv(apart.plus(FAST_CLOCK).toSeconds(), CLOCK_STEP.toSeconds());
        Instant corrected = happened.plus(CLOCK_STEP.multipliedBy(steps));
        return corrected.isAfter(receivedAt) ? receivedAt : corrected;
    }

    /**
     * Every real client sends an id. Who writes requests by hand may not; then the same contents at the same time are the
     * same message. Without a time the minute of arrival stands for it: a repeat after a lost answer comes within it, and
     * who puts the same thing into the cart again comes later.
     */
    private static String computedId(Map<String, Object> raw, Optional<Instant> happened, Instant receivedAt) {
        Instant at = happened.orElse(receivedAt.truncatedTo(ChronoUnit.MINUTES));
        return Fingerprint.of("message without an id", Json.print(raw), at.toString());
    }

    private static Optional<Instant> time(Fields fields, String name) {
        return fields.instant(name).filter(at -> {
            boolean isPossible = !at.isBefore(EARLIEST) && at.isBefore(LATEST);
            if (!isPossible) {
                fields.refuse(name, "expected a time between 1970 and 2200");
            }
            return isPossible;
        });
    }

    private static boolean isHistory(Message message) {
        return HISTORY_MARKS.stream()
                .anyMatch(mark -> saysYes(message.properties(), mark)
                        || saysYes(message.context(), mark)
                        || saysYes(message.item(), mark));
    }

    private static boolean saysYes(Fields fields, String name) {
        Object value = fields.asMap().get(name);
        return value instanceof Boolean yes ? yes : "true".equals(value);
    }
}
