package comeback.local.importing;

import java.util.Locale;

/** How far an import is, as one line of a terminal. */
final class ImportProgress {
    private static final int WIDTH = 30;

    private final int total;
    private int done;
    private int wrong;

    ImportProgress(int total) {
        this.total = total;
    }

    void add(int lines, int problems) {
        done += lines;
        wrong += problems;
    }

    int done() {
        return done;
    }

    int wrong() {
        return wrong;
    }

    String line() {
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d lines%s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                wrong == 0 ? "" : String.format(Locale.ROOT, ", %,d wrong", wrong));
    }
}
