package comeback.local.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./comeback backtest} was asked for.
 *
 * @param events a file of recorded events, or the folder of an export of the table
 * @param flows the folder of the flows as they are now
 * @param old the folder of the flows as they were, or a revision that git knows
 * @param since how long before the last event the comparison begins
 * @param days how long the clock runs on after the last event
 */
record BacktestRequest(Path events, Path flows, String old, Duration since, int days) {
    static final String USAGE =
            "./comeback backtest --events PATH [--since 90d] [--old FOLDER-OR-REVISION] [--templates FOLDER] [--days NUMBER]";

    private static final int SINCE_DEFAULT = 90;
    private static final int DAYS_DEFAULT = 60;
    private static final int DAYS_MAX = 800;

    /**
     * Reads what follows the word "backtest".
     *
     * @param home the project's folder
     */
    static BacktestRequest read(List<String> words, Path home) {
        Optional<Path> events = Optional.empty();
        Path flows = home.resolve("templates");
        String old = "HEAD";
        int since = SINCE_DEFAULT;
        int days = DAYS_DEFAULT;
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (rest.isEmpty()) {
                throw new TrialUnclear(USAGE + "; \"" + word + "\" is none of these, or lacks its value");
            }
            String value = rest.removeFirst();
            switch (word) {
                case "--events" -> events = Optional.of(Path.of(value));
                case "--templates" -> flows = Path.of(value);
                case "--old" -> old = value;
                case "--since" ->
                    since = days(word, value.endsWith("d") ? value.substring(0, value.length() - 1) : value);
                case "--days" -> days = days(word, value);
                default -> throw new TrialUnclear(USAGE + "; \"" + word + "\" is none of these");
            }
        }
        if (!Files.isDirectory(flows)) {
            throw new TrialUnclear("there is no folder " + flows);
        }
        return new BacktestRequest(
                events.orElseThrow(() -> new TrialUnclear("which events? --events names a file of them, or an export")),
                flows.toAbsolutePath().normalize(),
                old,
                Duration.ofDays(since),
                days);
    }

    private static int days(String option, String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > DAYS_MAX) {
            throw new TrialUnclear(option + " " + text + ": expected a number of days from 0 to " + DAYS_MAX);
        }
        return Integer.parseInt(text);
    }
}
