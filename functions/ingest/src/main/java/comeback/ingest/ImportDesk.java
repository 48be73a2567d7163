package comeback.ingest;

import comeback.commit.Happenings;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.event.StoreEvent;
import comeback.http.Request;
import comeback.ingest.http.Answer;
import comeback.ingest.http.Body;
import comeback.ingest.http.WriteKey;
import comeback.ingest.importing.ImportLines;
import comeback.ingest.importing.ImportPreview;
import comeback.ingest.importing.ImportReader;
import comeback.ingest.importing.ImportReader.Kind;
import comeback.ingest.reading.Read;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes what a shop knew of its customers before: {@code POST /v1/import}. It starts nothing and sends nothing; a line that is
 * wrong is named and the others are kept; what there is no time for is told, and the same lines again are no others.
 */
final class ImportDesk {
    private static final String PATH = "/v1/import";

    private final Stores stores;
    private final Happenings happenings;
    private final ImportPreview preview;
    private final InstantSource clock;

    ImportDesk(Stores stores, Happenings happenings, ImportPreview preview, InstantSource clock) {
        this.stores = stores;
        this.happenings = happenings;
        this.preview = preview;
        this.clock = clock;
    }

    /** Whether it is one; what the Segment family's Java client posts to the same path is none. */
    static boolean isFor(Request request) {
        return (request.path().equals(PATH) || request.path().equals(PATH + "/"))
                && request.method().equals("POST")
                && Body.of(request) instanceof Body.Bytes(byte[] bytes)
                && bytes.length > 0
                && (isOfLines(request) || !ImportLines.isBatch(bytes));
    }

    /** Who says so sends a line each, whatever is in it. */
    private static boolean isOfLines(Request request) {
        String type = request.header("content-type").orElse("");
        return type.startsWith("application/x-ndjson") || type.startsWith("application/jsonl");
    }

    Visit visit(Request request, BooleanSupplier hasTime) {
        if (!(Body.of(request) instanceof Body.Bytes(byte[] bytes))) {
            return Visit.turnedAway(refused("body: cannot be unpacked"));
        }
        try {
            Optional<KeyHolder> holder =
                    WriteKey.of(request, Fields.of(Map.of())).flatMap(stores::holding);
            if (holder.isEmpty()) {
                return Visit.turnedAway(Answer.unknownKey(WriteKey.HINT));
            }
            Store store = holder.get().store();
            if (holder.get().keyClass() == KeyClass.PUBLIC) {
                return Visit.of(
                        Answer.error(403, "an import takes a secret key (sk_…): a public one stands in every browser"),
                        store.id());
            }
            ImportLines lines = isOfLines(request) ? ImportLines.ofLines(bytes) : ImportLines.in(bytes);
            if (lines.broken().isPresent()) {
                return Visit.of(refused(lines.broken().get()), store.id());
            }
            return taken(request, holder.get(), lines, hasTime);
        } catch (RuntimeException e) {
            // What was kept of it is known by its ids when all of it comes again.
            return Visit.failed(Answer.notKept(), e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private Visit taken(Request request, KeyHolder holder, ImportLines lines, BooleanSupplier hasTime) {
        boolean isTried =
                request.queryParameter("preview").filter("true"::equals).isPresent();
        boolean startsOverdue =
                request.queryParameter("overdue").filter("start"::equals).isPresent();
        ImportReader reader = new ImportReader(holder, clock.instant(), startsOverdue);
        Tally tally = new Tally();
        for (ImportLines.Line line : lines.lines()) {
            if (!hasTime.getAsBoolean()) {
                break;
            }
            switch (line.parsed()) {
                case Json.Parsed.Broken(String why) -> tally.wrong(line.number(), why);
                case Json.Parsed.Value(Map<String, Object> object) -> {
                    ImportReader.Told told = reader.read(object);
                    if (!isTried) {
                        told.reads().forEach(read -> happenings.happened(holder.store(), read.event(), read.raw()));
                    }
                    tally.told(line.number(), told);
                }
            }
        }
        Tree answer = tally.answer(lines.lines());
        if (isTried) {
            answer.with("preview", preview.of(holder.store(), tally.reads));
        }
        // In which nothing is right, no repeat can mend.
        Answer said = tally.isAllWrong() ? Answer.error(400, answer.toMap()) : Answer.document(answer.toMap());
        List<StoreEvent> events =
                isTried ? List.of() : tally.reads.stream().map(Read::event).toList();
        return Visit.worked(said, holder.store().id(), events, tally.problems.size(), List.of());
    }

    private static Answer refused(String problem) {
        return Answer.refused("nothing of this was kept", List.of(problem));
    }

    /** What became of the lines. */
    private static final class Tally {
        private final Map<Kind, Integer> kept = new EnumMap<>(Kind.class);
        private final List<Map<String, Object>> problems = new ArrayList<>();
        private final List<Read> reads = new ArrayList<>();
        private int done;

        void wrong(int number, String why) {
            done++;
            problems.add(new Tree().with("line", number).with("problem", why).toMap());
        }

        void told(int number, ImportReader.Told told) {
            if (!told.problems().isEmpty()) {
                wrong(number, String.join("; ", told.problems()));
                return;
            }
            done++;
            kept.merge(told.kind(), 1, Integer::sum);
            reads.addAll(told.reads());
        }

        boolean isAllWrong() {
            return kept.isEmpty() && !problems.isEmpty();
        }

        /** Lines, how many were looked at, and where to go on when not all were. */
        Tree answer(List<ImportLines.Line> lines) {
            Tree answer = new Tree()
                    .with("success", !isAllWrong())
                    .with("lines", lines.size())
                    .with("done", done)
                    .with("customers", kept.getOrDefault(Kind.CUSTOMER, 0))
                    .with("orders", kept.getOrDefault(Kind.ORDER, 0))
                    .with("others", kept.getOrDefault(Kind.OTHER, 0))
                    .with("problems", problems);
            return done < lines.size()
                    ? answer.with("goOnWithLine", lines.get(done).number())
                    : answer;
        }
    }
}
