package comeback.console.reports;

import comeback.report.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as CSV (RFC 4180): a line for each entry, a column for each number, each rule and each currency that occurs. */
final class Sheet {
    private static final String END = "\r\n";

    private Sheet() {}

    /**
     * Writes it.
     *
     * @param name what the entries are: "day", "flow"
     */
    static <K> String of(String name, SortedMap<K, Counts> entries) {
        TreeSet<String> rules = new TreeSet<>();
        TreeSet<String> currencies = new TreeSet<>();
        entries.values().forEach(counts -> {
            rules.addAll(counts.skipped().keySet());
            currencies.addAll(counts.revenue().keySet());
        });
        List<String> head = new ArrayList<>(List.of(name));
        CountsJson.NUMBERS.forEach(measure -> head.add(measure.key()));
        rules.forEach(rule -> head.add("skipped " + rule));
        currencies.forEach(currency -> head.add("revenue " + currency));
        head.add("cost " + Cost.CURRENCY);
        return Stream.concat(
                        Stream.of(line(head)),
                        entries.entrySet().stream().map(entry -> line(cells(entry, rules, currencies))))
                .collect(Collectors.joining());
    }

    private static <K> List<String> cells(Map.Entry<K, Counts> entry, Set<String> rules, Set<String> currencies) {
        Counts counts = entry.getValue();
        List<String> cells = new ArrayList<>(List.of(entry.getKey().toString()));
        CountsJson.NUMBERS.forEach(measure -> cells.add(Long.toString(counts.count(measure))));
        rules.forEach(rule -> cells.add(Long.toString(counts.skipped().getOrDefault(rule, 0L))));
        currencies.forEach(currency ->
                cells.add(CountsJson.amount(currency, counts.revenue().getOrDefault(currency, 0L))));
        cells.add(Cost.today().of(counts).toPlainString());
        return cells;
    }

    /** One line with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(Sheet::cell).collect(Collectors.joining(",", "", END));
    }

    /** What a spreadsheet would take for a formula is shown as text. */
    private static String cell(String text) {
        String plain = text.matches("[=+@\\t\\r].*") ? "'" + text : text;
        return plain.matches("[^\",\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
