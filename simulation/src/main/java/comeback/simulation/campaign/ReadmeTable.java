package comeback.simulation.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The README's table, which only runs write: each the rows of its own seam and fault rates. */
public final class ReadmeTable {
    private static final String BEGIN = "<!-- simulation: written by ./comeback simulate --readme -->\n";
    private static final String END = "<!-- end of simulation -->";

    /** Lines: names, and the rule under them. */
    private static final int HEAD = 2;

    private ReadmeTable() {}

    /** Puts a run's rows between the marks; those of other seams and rates stay. */
    public static void write(Path readme, String table) {
        try {
            Files.writeString(readme, written(Files.readString(readme), table));
        } catch (IOException e) {
            throw new UncheckedIOException("the README could not be written", e);
        }
    }

    /** The text with these rows. */
    static String written(String text, String table) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the README has no place for the table of the simulation");
        }
        List<String> head = table.lines().limit(HEAD).toList();
        Map<String, String> rows = new TreeMap<>();
        Stream.concat(
                        text.substring(begin + BEGIN.length(), end).lines().skip(HEAD),
                        table.lines().skip(HEAD))
                .forEach(row -> rows.put(name(row), row));
        String all = Stream.concat(head.stream(), rows.values().stream())
                .map(row -> row + "\n")
                .collect(Collectors.joining());
        return text.substring(0, begin + BEGIN.length()) + all + text.substring(end);
    }

    /** By this rows are ordered, and known as the same. */
    private static String name(String row) {
        String[] cells = row.split("\\|", -1);
        double percent = Double.parseDouble(cells[2].replace("%", "").strip());
        return String.format(Locale.ROOT, "%s %06.2f", cells[1].strip(), percent);
    }
}
