package comeback.experiment;

import comeback.experiment.Experiment.Judged;
import comeback.experiment.Judgement.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The change of a flow's file that an experiment proposes: the best letter alone, once one is better than the first; else
 * without those that do harm.
 *
 * @param letters that stay
 * @param diff lines that go, after "-", and that come, after "+"; empty when the file has its variants written in a way that
 *     has to be changed by hand
 */
public record Proposal(List<String> letters, List<String> diff) {
    private static final Pattern VARIANTS = Pattern.compile(",?\\s*variants:\\s*\\{([^}]*)\\}");

    public Proposal {
        letters = List.copyOf(letters);
        diff = List.copyOf(diff);
    }

    /**
     * What an experiment proposes; nothing while all is open.
     *
     * @param file the flow's, as it is today
     */
    public static Optional<Proposal> of(Experiment experiment, String file) {
        List<Arm> staying = staying(experiment);
        if (staying.size() == experiment.arms().size()) {
            return Optional.empty();
        }
        return Optional.of(new Proposal(
                staying.stream().map(Arm::letter).toList(), diff(List.of(file.split("\n", -1)), experiment, staying)));
    }

    private static List<Arm> staying(Experiment experiment) {
        List<Judged> judged = experiment.judged();
        Optional<Arm> best = judged.stream()
                .filter(each -> each.judgement().verdict() == Verdict.BETTER)
                .filter(each -> each.harm().isEmpty())
                .map(Judged::arm)
                .max(Comparator.comparingDouble(Arm::rate));
        if (best.isPresent()) {
            return List.of(best.get());
        }
        List<Arm> staying = new ArrayList<>(experiment.arms());
        judged.stream()
                .filter(each -> each.harm().isPresent())
                .forEach(each -> staying.remove(each.arm()));
        return staying;
    }

    private static List<String> diff(List<String> lines, Experiment experiment, List<Arm> staying) {
        Pattern send = Pattern.compile("send:\\s*" + Pattern.quote(experiment.step()) + "(?![\\w-])");
        for (int i = 0; i < lines.size(); i++) {
            Matcher variants = VARIANTS.matcher(lines.get(i));
            if (variants.find() && isOf(variants.group(1), experiment)) {
                int sends = i;
                while (sends >= 0 && !send.matcher(lines.get(sends)).find()) {
                    sends--;
                }
                return sends < 0 ? List.of() : diff(lines, sends, i, send, staying);
            }
        }
        return List.of();
    }

    private static boolean isOf(String written, Experiment experiment) {
        List<String> letters = List.of(written.split(",", -1)).stream()
                .map(each -> each.split(":", 2)[0].strip())
                .sorted()
                .toList();
        return letters.equals(
                experiment.arms().stream().map(Arm::letter).sorted().toList());
    }

    private static List<String> diff(List<String> lines, int sends, int varies, Pattern send, List<Arm> staying) {
        List<String> diff = new ArrayList<>();
        for (int i = sends; i <= varies; i++) {
            String changed = lines.get(i);
            if (i == sends && staying.size() == 1) {
                changed = send.matcher(changed)
                        .replaceFirst(Matcher.quoteReplacement(
                                "send: " + staying.getFirst().letter()));
            }
            if (i == varies) {
                changed = VARIANTS.matcher(changed).replaceFirst(Matcher.quoteReplacement(rest(changed, staying)));
            }
            note(lines.get(i), changed, diff);
        }
        return diff;
    }

    /** What stands in the place of the variants. */
    private static String rest(String line, List<Arm> staying) {
        if (staying.size() == 1) {
            return "";
        }
        String lead = line.substring(0, line.indexOf("variants:")).matches(".*,\\s*") ? ", " : indent(line);
        return lead + "variants: {"
                + staying.stream()
                        .map(arm -> arm.letter() + ": " + arm.weight())
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static void note(String before, String after, List<String> diff) {
        if (before.equals(after)) {
            return;
        }
        diff.add("-" + before);
        if (!after.isBlank()) {
            diff.add("+" + after);
        }
    }
}
