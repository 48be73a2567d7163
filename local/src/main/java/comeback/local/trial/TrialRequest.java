package comeback.local.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./comeback simulate-flow} was asked for.
 *
 * @param folder the flow's, beside the others that a shop has
 * @param events the file
 * @param days how long the clock runs on after the last event
 */
record TrialRequest(Path folder, Path events, int days) {
    private static final int DAYS_DEFAULT = 60;
    private static final int DAYS_MAX = 800;

    /** Reads what follows the word "simulate-flow". */
    static TrialRequest read(List<String> words) {
        Optional<Path> folder = Optional.empty();
        Optional<Path> events = Optional.empty();
        int days = DAYS_DEFAULT;
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.equals("--events") && !rest.isEmpty()) {
                events = Optional.of(Path.of(rest.removeFirst()));
            } else if (word.equals("--days") && !rest.isEmpty()) {
                days = days(rest.removeFirst());
            } else if (!word.startsWith("--") && folder.isEmpty()) {
                folder = Optional.of(Path.of(word));
            } else {
                throw new TrialUnclear("simulate-flow FOLDER --events FILE [--days NUMBER]; \"" + word
                        + "\" is none of these, or lacks its value");
            }
        }
        Path flow =
                folder.orElseThrow(() -> new TrialUnclear("which flow? simulate-flow templates/cart --events FILE"));
        if (!Files.exists(flow.resolve("flow.yaml"))) {
            throw new TrialUnclear("there is no " + flow.resolve("flow.yaml"));
        }
        return new TrialRequest(
                flow.toAbsolutePath().normalize(),
                events.orElseThrow(() -> new TrialUnclear("which events? --events FILE names a file of them")),
                days);
    }

    String flow() {
        return folder.getFileName().toString();
    }

    private static int days(String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > DAYS_MAX) {
            throw new TrialUnclear("--days " + text + ": expected a number from 0 to " + DAYS_MAX);
        }
        return Integer.parseInt(text);
    }
}
