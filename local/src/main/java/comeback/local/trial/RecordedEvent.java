package comeback.local.trial;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event as a storefront once told it, in the shape of Segment's tracking API.
 *
 * @param at when it happened
 * @param type "track", "identify" and the like: the end of the path that takes it
 * @param where it stands, as mistakes name it: "events.jsonl:3"
 * @param json what is posted
 */
record RecordedEvent(Instant at, String type, String where, Map<String, Object> json) {
    private static final Set<String> TYPES = Set.of("track", "identify", "page", "screen", "alias", "group");
    private static final String BATCH = "batch";

    /**
     * Reads a file: an event a line, or one JSON object with a "batch" of them.
     *
     * @return the events in the order in which they happened; of two at once the one that stands first
     */
    static List<RecordedEvent> read(Path file) {
        String text = text(file);
        List<RecordedEvent> events = new ArrayList<>();
        if (Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value(var whole)
                && whole.containsKey(BATCH)) {
            List<Fields> batch = Fields.of(whole)
                    .objects(BATCH)
                    .orElseThrow(() -> new TrialUnclear(file + ": \"batch\" is no list of events"));
            for (int i = 0; i < batch.size(); i++) {
                events.add(of(file.getFileName() + ": batch[" + i + "]", batch.get(i)));
            }
        } else {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    events.add(line(file.getFileName() + ":" + (i + 1), lines.get(i)));
                }
            }
        }
        if (events.isEmpty()) {
            throw new TrialUnclear(file + ": there is no event in it");
        }
        events.sort(Comparator.comparing(RecordedEvent::at));
        return List.copyOf(events);
    }

    /** The shop's name for whose it is, when it says so. */
    Optional<String> who() {
        Fields fields = Fields.of(json);
        return fields.text("userId", "anonymousId");
    }

    /** An event of the timeline, when it can be posted once more as it was: not the document of a shop system. */
    static Optional<RecordedEvent> toldAgain(String where, Fields raw) {
        boolean isCall = raw.text("type").filter(TYPES::contains).isPresent()
                || raw.text("event").isPresent();
        return isCall && raw.instant("timestamp").isPresent() ? Optional.of(of(where, raw)) : Optional.empty();
    }

    /** Our ids of those whose events these are, with the shop's names for them. */
    static Map<String, String> names(List<RecordedEvent> events) {
        Map<String, String> names = new HashMap<>();
        events.forEach(event -> event.who()
                .ifPresent(who -> names.put(CustomerId.of(Ref.user(who)).value(), who)));
        return names;
    }

    private static RecordedEvent line(String where, String line) {
        return switch (Json.parse(line.getBytes(StandardCharsets.UTF_8))) {
            case Json.Parsed.Value(var event) -> of(where, Fields.of(event));
            case Json.Parsed.Broken(var why) -> throw new TrialUnclear(where + ": not a JSON object: " + why);
        };
    }

    private static RecordedEvent of(String where, Fields event) {
        String type = event.text("type").orElse("track");
        if (!TYPES.contains(type)) {
            throw new TrialUnclear(
                    where + ": \"type\" is " + type + "; expected track, identify, page, screen, alias or group");
        }
        Instant at = event.instant("timestamp")
                .orElseThrow(() -> new TrialUnclear(
                        where + ": \"timestamp\" is missing or no time; expected one like 2026-03-02T09:00:00Z"));
        return new RecordedEvent(at, type, where, event.asMap());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new TrialUnclear("there is no file " + file);
        } catch (IOException e) {
            throw new TrialUnclear(file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }
}
