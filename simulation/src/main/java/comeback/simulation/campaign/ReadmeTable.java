package comeback.simulation.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The README's table, which only runs write: each the rows of its own seam. */
public final class ReadmeTable {
    private static final String BEGIN = "<!-- simulation: written by ./comeback simulate --readme -->\n";
    private static final String END = "<!-- end of simulation -->";

    private ReadmeTable() {}

    /** Puts a run's table between the marks; the other seam's rows stay. */
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
        String own = seam(table.lines().skip(2).findFirst().orElse(""));
        String kept = text.substring(begin + BEGIN.length(), end)
                .lines()
                .skip(2)
                .filter(row -> !seam(row).equals(own))
                .map(row -> row + "\n")
                .collect(Collectors.joining());
        return text.substring(0, begin + BEGIN.length()) + table + kept + text.substring(end);
    }

    private static String seam(String row) {
        return row.isEmpty() ? "" : row.split("\\|", -1)[1].strip();
    }
}
