package comeback.simulation.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README's table, which only a run writes. */
public final class ReadmeTable {
    private static final String BEGIN = "<!-- simulation: written by ./comeback simulate --readme -->\n";
    private static final String END = "<!-- end of simulation -->";

    private ReadmeTable() {}

    /** Puts the table between its marks. */
    public static void write(Path readme, String table) {
        try {
            String text = Files.readString(readme);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalStateException("the README has no place for the table of the simulation");
            }
            Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + table + text.substring(end));
        } catch (IOException e) {
            throw new UncheckedIOException("the README could not be written", e);
        }
    }
}
