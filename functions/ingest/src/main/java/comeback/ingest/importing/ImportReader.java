package comeback.ingest.importing;

import comeback.commit.KeyHolder;
import comeback.customer.Consent;
import comeback.customer.Fingerprint;
import comeback.event.PersonEvent;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Texts;
import comeback.ingest.segment.Message;
import comeback.ingest.segment.MessageReader;
import comeback.ingest.segment.MessageType;
import comeback.ingest.segment.Origin;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the lines of an import: {@code customer}, {@code order}, or a call of the Segment family. All of it is marked as
 * history. A line without an id of its own is named by its contents, so that the same file twice is once.
 */
public final class ImportReader {
    private static final String EXPECTED = "required: customer, order, identify or track";
    private static final Origin ORIGIN = new Origin("Import", "Import");
    private static final Fields NOTHING = Fields.of(Map.of());
    private static final int STATUS_MAX = 40;

    private final MessageReader reader;
    private final boolean startsOverdue;

    /** Sorts of lines, which are counted for who imports. */
    public enum Kind {
        CUSTOMER,
        ORDER,
        OTHER
    }

    /**
     * What a line tells.
     *
     * @param reads its events; empty when something is wrong in it
     * @param problems what; empty when nothing is
     */
    public record Told(Kind kind, List<Read> reads, List<String> problems) {
        public Told {
            problems = List.copyOf(problems);
            reads = problems.isEmpty() ? List.copyOf(reads) : List.of();
        }
    }

    /**
     * For the lines of one request.
     *
     * @param startsOverdue whether what the customers' silence has made due already may begin
     */
    public ImportReader(KeyHolder sender, Instant receivedAt, boolean startsOverdue) {
        this.reader = new MessageReader(sender, receivedAt);
        this.startsOverdue = startsOverdue;
    }

    public Told read(Map<String, Object> object) {
        Fields line = Fields.of(object);
        String type = Texts.text(line, "type").orElse("").toLowerCase(Locale.ROOT);
        List<Read> reads = new ArrayList<>();
        Kind kind = switch (type) {
            case "customer" -> Kind.CUSTOMER;
            case "order" -> Kind.ORDER;
            default -> Kind.OTHER;
        };
        switch (kind) {
            case CUSTOMER -> customer(line).ifPresent(reads::add);
            case ORDER -> reads.addAll(order(line));
            case OTHER -> call(line, type).ifPresent(reads::add);
        }
        return new Told(kind, reads, line.problems().stream().distinct().toList());
    }

    private Optional<Read> call(Fields line, String type) {
        if (MessageType.of(type).isEmpty()) {
            line.refuse("type", EXPECTED);
            return Optional.empty();
        }
        return Message.in(line.with(Map.of("type", type, "messageId", id(line, ""))), history())
                .flatMap(message -> reader.read(message, Optional.empty()));
    }

    private Optional<Read> customer(Fields line) {
        Map<String, Object> told = new LinkedHashMap<>();
        text(line, "userId", "id", "externalId", "external_id").ifPresent(id -> told.put("userId", id));
        String since = Texts.named(line, "consentedAt", "consented_at", "createdAt", "created_at", "timestamp");
        Optional<Instant> at = line.instant(since);
        at.ifPresent(time -> told.put("timestamp", time.toString()));
        told.put("messageId", id(line, startsOverdue ? "starts overdue" : ""));
        Fields person = line.with(told);
        Optional<Read> read = reader.read(
                new Message(ORIGIN, MessageType.IDENTIFY, person, NOTHING, person, history(), NOTHING),
                Optional.empty());
        if (at.isEmpty()
                && read.filter(it -> it.event().consent() instanceof Consent.Given)
                        .isPresent()) {
            // A consent that nobody can date is no proof, and today's date would count as a sign of life.
            line.refuse("consentedAt", "required of who agreed to marketing: when they did, like 2026-11-21T09:30:00Z");
        }
        return read.map(it -> new Read(it.event().with(new PersonEvent.CustomerImported(startsOverdue)), it.raw()));
    }

    /** The order, and what became of it. */
    private List<Read> order(Fields line) {
        Map<String, Object> told = new LinkedHashMap<>();
        text(line, "userId", "customerId", "customer_id").ifPresent(id -> told.put("userId", id));
        text(line, "order_id", "orderId", "id").ifPresent(id -> told.put("order_id", id));
        String placed = Texts.named(line, "placedAt", "placed_at", "createdAt", "created_at", "timestamp");
        Optional<Instant> at = line.instant(placed);
        if (at.isEmpty() && !line.has(placed)) {
            line.refuse(placed, "required: when the order was placed, like 2026-11-21T09:30:00Z");
        }
        at.ifPresent(time -> told.put("timestamp", time.toString()));
        List<Read> reads = new ArrayList<>();
        tracked(line, told, "Order Completed", line.with(told)).ifPresent(reads::add);
        outcome(line)
                .flatMap(name ->
                        tracked(line, told, name, Fields.of(Map.of("order_id", told.getOrDefault("order_id", "")))))
                .map(read -> new Read(read.event(), Map.of()))
                .ifPresent(reads::add);
        return reads;
    }

    private Optional<Read> tracked(Fields line, Map<String, Object> told, String event, Fields properties) {
        Map<String, Object> all = new LinkedHashMap<>(told);
        all.put("event", event);
        all.put("messageId", id(line, event));
        return reader.read(
                new Message(ORIGIN, MessageType.TRACK, line.with(all), properties, NOTHING, history(), NOTHING),
                Optional.empty());
    }

    /** How it ended, in the words of shop systems; an order that was only bought says nothing more. */
    private static Optional<String> outcome(Fields line) {
        return switch (Texts.shown(line, STATUS_MAX, "status", "fulfillment_status")
                .orElse("")
                .toLowerCase(Locale.ROOT)) {
            case "cancelled", "canceled", "voided" -> Optional.of("Order Cancelled");
            case "refunded" -> Optional.of("Order Refunded");
            case "delivered", "completed" -> Optional.of("Order Delivered");
            default -> Optional.empty();
        };
    }

    /** Their own, else one made of what the line says. */
    private static String id(Fields line, String part) {
        return Texts.text(line, "messageId")
                .filter(own -> part.isEmpty())
                .orElseGet(() -> "import-" + Fingerprint.of("import", Json.print(line.asMap()), part));
    }

    /** The first of them that is there, as a text. */
    private static Optional<String> text(Fields line, String... names) {
        return line.text(Texts.named(line, names));
    }

    private static Fields history() {
        return Fields.of(Map.of("backfill", true));
    }
}
