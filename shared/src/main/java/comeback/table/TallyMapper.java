package comeback.table;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What something added to the sums, to the JSON text in its item, and back. */
final class TallyMapper {
    private static final int FORMAT = 1;

    private TallyMapper() {}

    static String write(Tally tally) {
        Map<String, Object> rows = new LinkedHashMap<>();
        tally.rows().forEach((row, counts) -> rows.put(row.text(), counts.byKey()));
        return Json.print(new Tree().with("format", FORMAT).with("rows", rows).toMap());
    }

    static Tally read(String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("a tally is stored in a format that this version cannot read");
        }
        Fields rows = from.objectOrEmpty("rows");
        SortedMap<Row, Counts> tally = new TreeMap<>();
        rows.asMap().keySet().forEach(row -> tally.put(Row.of(row), counts(rows.objectOrEmpty(row))));
        return new Tally(tally);
    }

    private static Counts counts(Fields from) {
        SortedMap<String, Long> byKey = new TreeMap<>();
        from.asMap().forEach((key, count) -> byKey.put(key, ((Number) count).longValue()));
        return new Counts(byKey);
    }
}
