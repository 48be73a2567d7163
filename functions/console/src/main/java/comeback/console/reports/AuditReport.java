package comeback.console.reports;

import comeback.commit.AuditEntry;
import comeback.commit.AuditTrail;
import comeback.commit.Timelines;
import comeback.console.Answer;
import comeback.console.Places;
import comeback.http.Request;
import comeback.json.Tree;
import comeback.store.StoreId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who changed what, as JSON or CSV, newest first: of a store, or of the deployment as a whole. */
final class AuditReport {
    private static final int LIMIT_USUAL = 50;

    private final AuditTrail trail;

    AuditReport(AuditTrail trail) {
        this.trail = trail;
    }

    Answer of(Request request, Optional<StoreId> store, boolean isSheet) {
        Optional<Integer> limit =
                request.queryParameter("limit").map(AuditReport::limit).orElse(Optional.of(LIMIT_USUAL));
        if (limit.isEmpty()) {
            return Answer.refused("limit: expected a number from 1 to " + AuditTrail.PAGE_MAX);
        }
        Optional<String> after = request.queryParameter("after");
        Optional<Timelines.Place> place = after.flatMap(Places::read);
        if (after.isPresent() && place.isEmpty()) {
            return Answer.refused("after: expected the \"next\" of the page before");
        }
        AuditTrail.Page page = trail.page(store, place, limit.get());
        return isSheet
                ? Answer.sheet("audit", sheet(page))
                : Answer.of(new Tree()
                        .with("store", store.map(StoreId::value))
                        .with("next", page.next().map(Places::write))
                        .with(
                                "entries",
                                page.entries().stream().map(AuditReport::json).toList())
                        .toMap());
    }

    static String word(AuditEntry.What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> json(AuditEntry entry) {
        return new Tree()
                .with("at", entry.at().toString())
                .with("who", entry.who())
                .with("what", word(entry.what()))
                .with("details", entry.details())
                .toMap();
    }

    private static String sheet(AuditTrail.Page page) {
        return Stream.concat(
                        Stream.of(List.of("at", "who", "what", "details")),
                        page.entries().stream()
                                .map(entry -> List.of(
                                        entry.at().toString(),
                                        entry.who(),
                                        word(entry.what()),
                                        String.join(" ", entry.details()))))
                .map(Sheet::line)
                .collect(Collectors.joining());
    }

    private static Optional<Integer> limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            return limit >= 1 && limit <= AuditTrail.PAGE_MAX ? Optional.of(limit) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
