package comeback.flowfile;

import comeback.flow.Content;
import comeback.flow.Flow;
import comeback.flow.Step;
import comeback.message.Shown;
import comeback.templates.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a flow's letters and its file agree about products that are chosen: chosen ones are shown, a letter that may go
 * without says what it shows then, and a flow that leaves recommendations out chooses none.
 */
final class ShownLetters {
    private static final Pattern SHOWN = Pattern.compile("\\$\\{?goods\\b|#recommended\\b");
    private static final Pattern ASKED = Pattern.compile("#if\\s*\\(\\s*\\$goods\\s*\\)");

    private ShownLetters() {}

    static List<Problem> check(Flow flow, Path folder) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : flow.steps()) {
            if (step instanceof Step.Send send) {
                send.terms().shown().ifPresent(shown -> check(flow, send, shown, folder, problems));
            }
        }
        return problems;
    }

    private static void check(Flow flow, Step.Send send, Shown shown, Path folder, List<Problem> problems) {
        if (shown.what().isRecommended() && flow.leavesOut().contains(Content.RECOMMENDATIONS)) {
            problems.add(new Problem(
                    flow.name() + "/flow.yaml",
                    1,
                    "the flow leaves out recommendations, and its step " + send.message() + " shows products that are "
                            + shown.what().words()));
        }
        List<String> letters = send.variants().isEmpty()
                ? List.of(send.message())
                : send.variants().stream().map(Step.Variant::letter).distinct().toList();
        for (String letter : letters) {
            String text = text(folder.resolve(letter + ".vm"));
            String file = flow.name() + "/" + letter + ".vm";
            if (!SHOWN.matcher(text).find()) {
                problems.add(new Problem(file, 1, "flow.yaml has products chosen for this letter, and it shows none"));
            } else if (shown.goesWithout() && !ASKED.matcher(text).find()) {
                problems.add(new Problem(
                        file,
                        1,
                        "this letter may go without products, so what shows them stands in #if($goods) … #end"));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
