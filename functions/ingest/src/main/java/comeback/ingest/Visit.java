package comeback.ingest;

import comeback.event.StoreEvent;
import comeback.ingest.http.Answer;
import comeback.json.Json;
import comeback.store.StoreId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request and what became of it, as it is answered and as it is logged.
 *
 * @param answer to the sender
 * @param store whose key it came with, if it came so far
 * @param names how often each event came
 * @param problems how much of it was wrong and left out
 * @param failures why the table could not be asked or told; empty when it could
 */
record Visit(Answer answer, Optional<StoreId> store, Map<String, Integer> names, int problems, List<String> failures) {
    /** Of which nothing was left out. */
    Visit(Answer answer, Optional<StoreId> store, Map<String, Integer> names, List<String> failures) {
        this(answer, store, names, 0, failures);
    }

    static Visit turnedAway(Answer answer) {
        return new Visit(answer, Optional.empty(), Map.of(), List.of());
    }

    static Visit failed(Answer answer, String failure) {
        return new Visit(answer, Optional.empty(), Map.of(), List.of(failure));
    }

    static Visit of(Answer answer, StoreId store) {
        return new Visit(answer, Optional.of(store), Map.of(), List.of());
    }

    static Visit worked(Answer answer, StoreId store, List<StoreEvent> events, int problems, List<String> failures) {
        var names = new TreeMap<String, Integer>();
        events.forEach(event -> names.merge(kind(event), 1, Integer::sum));
        return new Visit(answer, Optional.of(store), names, problems, failures);
    }

    /** One line of JSON. Nothing that a sender wrote is in it: a name may be an address. */
    String logLine() {
        var line = new LinkedHashMap<String, Object>();
        line.put("did", "ingest");
        store.ifPresent(id -> line.put("store", id.value()));
        line.put("answer", answer.status());
        line.put("events", names.values().stream().mapToInt(Integer::intValue).sum());
        line.put("names", names);
        if (problems > 0) {
            line.put("problems", problems);
        }
        if (!failures.isEmpty()) {
            line.put("failures", failures);
        }
        return Json.print(line);
    }

    private static String kind(StoreEvent event) {
        return event.event().getClass().getSimpleName();
    }
}
