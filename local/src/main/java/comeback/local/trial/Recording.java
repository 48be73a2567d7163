package comeback.local.trial;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.table.Packed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Events that a shop had: from a file of them, or from an export of its table to S3 (DynamoDB's JSON, in {@code .json.gz}),
 * in which the timelines hold all that storefronts told for 400 days, and which costs the table nothing.
 *
 * @param events in their order
 * @param begin of the comparison; what happened before is known then
 * @param leftOut how many the export holds that cannot be told again: documents of shop systems
 */
record Recording(List<RecordedEvent> events, Instant begin, int leftOut) {
    private static final String LOG = "LOG#";

    Recording {
        events = List.copyOf(events);
    }

    static Recording read(Path from, Duration since) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        int leftOut = 0;
        if (Files.isDirectory(from)) {
            leftOut = export(from, events);
            events.sort(Comparator.comparing(RecordedEvent::at));
        } else {
            events.addAll(RecordedEvent.read(from));
        }
        if (events.isEmpty()) {
            throw new TrialUnclear(from + ": there is no event in it that can be told again");
        }
        Instant asked = events.getLast().at().minus(since);
        Instant first = events.getFirst().at();
        return new Recording(events, first.isAfter(asked) ? first : asked, leftOut);
    }

    Instant end() {
        return events.getLast().at();
    }

    @Override
    public String toString() {
        long before =
                events.stream().filter(event -> event.at().isBefore(begin)).count();
        return events.size() + (events.size() == 1 ? " event" : " events") + " from " + day(begin) + " to " + day(end())
                + (before == 0 ? "" : ", " + before + " of them older, as history")
                + (leftOut == 0
                        ? ""
                        : "; of shop systems' documents " + leftOut + (leftOut == 1 ? " is" : " are") + " left out");
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static int export(Path folder, List<RecordedEvent> events) throws IOException {
        int leftOut = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList()) {
                leftOut += items(file, events);
            }
        }
        return leftOut;
    }

    private static int items(Path file, List<RecordedEvent> events) throws IOException {
        int leftOut = 0;
        int number = 0;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String where = file.getFileName() + ":" + ++number;
                Optional<Fields> raw = raw(where, line);
                if (raw.isEmpty()) {
                    continue;
                }
                Optional<RecordedEvent> event = RecordedEvent.toldAgain(where, raw.get());
                event.ifPresent(events::add);
                leftOut += event.isPresent() ? 0 : 1;
            }
        }
        return leftOut;
    }

    /** What a storefront sent, where the item is a timeline's line that has it. */
    private static Optional<Fields> raw(String where, String line) {
        if (!(Json.parse(line.getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value(var parsed))) {
            throw new TrialUnclear(where + ": not a JSON object");
        }
        Fields item = Fields.of(parsed).objectOrEmpty("Item");
        if (!item.objectOrEmpty("sk").text("S").orElse("").startsWith(LOG)) {
            return Optional.empty();
        }
        return body(item.objectOrEmpty("body"))
                .flatMap(body -> Fields.of(Json.parseOwn(body)).object("raw"))
                .filter(raw -> !raw.asMap().isEmpty());
    }

    private static Optional<String> body(Fields attribute) {
        return attribute
                .text("S")
                .or(() -> attribute
                        .text("B")
                        .map(packed -> Packed.text(AttributeValue.fromB(
                                SdkBytes.fromByteArray(Base64.getDecoder().decode(packed))))));
    }
}
