package comeback.experiment;

import comeback.experiment.Experiment.Judged;
import comeback.experiment.Judgement.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The change of a flow's file that an experiment proposes: the best of what it tries alone, once that is better than the first;
 * else without what does harm.
 *
 * @param letters that stay, or times, or offers
 * @param diff lines that go, after "-", and that come, after "+"; empty when the file has its variants written in a way that
 *     has to be changed by hand
 */
public record Proposal(List<String> letters, List<String> diff) {
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
        List<String> lines = List.of(file.split("\n", -1));
        return Optional.of(new Proposal(
                staying.stream().map(Arm::letter).toList(),
                step(lines, experiment)
                        .map(step -> step.diff(lines, experiment.tried(), staying))
                        .orElse(List.of())));
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
        judged.stream().filter(each -> each.harm().isPresent()).forEach(each -> staying.remove(each.arm()));
        return staying;
    }

    /**
     * Where the step stands that tries it.
     *
     * @param from the line that names it
     * @param name how that line does
     */
    private record StepLines(int from, Pattern name, Written written) {
        List<String> diff(List<String> lines, Experiment.Tried tried, List<Arm> staying) {
            List<String> names = staying.stream().map(Arm::letter).toList();
            boolean isOne = staying.size() == 1;
            boolean gives = written.arms().values().stream()
                    .anyMatch(said -> said.value().contains("coupon:"));
            Optional<String> offer = isOne ? written.offer(names.getFirst()) : Optional.empty();
            if (isOne && gives && hasOfferBeside(lines)) {
                return List.of();
            }
            Set<Integer> going = new HashSet<>(
                    written.isOnOneLine() ? List.of() : isOne ? written.without(List.of()) : written.without(names));
            List<String> diff = new ArrayList<>();
            for (int i = from; i <= written.last(); i++) {
                String changed = going.contains(i) ? "" : lines.get(i);
                if (i == from && isOne && tried != Experiment.Tried.OFFER) {
                    changed = name.matcher(changed)
                            .replaceFirst(Matcher.quoteReplacement(tried.word() + ": " + names.getFirst()));
                }
                if (i == written.line() && (isOne || written.isOnOneLine())) {
                    changed = isOne ? withOffer(changed, offer) : withArms(changed, staying);
                }
                note(lines.get(i), changed, diff);
            }
            return diff;
        }

        private boolean hasOfferBeside(List<String> lines) {
            return lines.subList(from, written.line()).stream().anyMatch(line -> line.contains("coupon:"));
        }

        /** The line of variants without them, and with what the best of them gives. */
        private String withOffer(String line, Optional<String> offer) {
            int at = line.indexOf("variants:");
            String before = line.substring(0, at);
            String after = written.isOnOneLine() ? afterBraces(line, at) : "";
            return offer.map(given -> before + "coupon: " + given + after)
                    .orElseGet(() -> (before.replaceFirst(",\\s*$", "") + after).replaceFirst("^\\s+$", ""));
        }

        private String withArms(String line, List<Arm> staying) {
            int at = line.indexOf("variants:");
            return line.substring(0, at) + "variants: {"
                    + staying.stream()
                            .map(arm -> arm.letter() + ": " + said(arm))
                            .collect(Collectors.joining(", "))
                    + "}" + afterBraces(line, at);
        }

        private String said(Arm arm) {
            return Optional.ofNullable(written.arms().get(arm.letter()))
                    .map(Written.Said::value)
                    .orElse(Integer.toString(arm.weight()));
        }

        private static String afterBraces(String line, int variants) {
            int brace = line.indexOf('{', variants);
            int inside = Written.braces(line.substring(brace)).orElse("").length();
            return line.substring(brace + inside + 2);
        }
    }

    private static Optional<StepLines> step(List<String> lines, Experiment experiment) {
        Set<String> names = new TreeSet<>();
        experiment.arms().forEach(arm -> names.add(arm.letter()));
        String named = experiment.tried() == Experiment.Tried.WAIT
                ? experiment.arms().getFirst().letter()
                : experiment.step();
        String word = experiment.tried() == Experiment.Tried.WAIT ? "wait" : "send";
        Pattern name = Pattern.compile("\\b" + word + ":\\s*" + Pattern.quote(named) + "(?![\\w-])");
        for (int i = 0; i < lines.size(); i++) {
            Optional<Written> written = Written.at(lines, i)
                    .filter(found -> new TreeSet<>(found.arms().keySet()).equals(names));
            for (int from = i; written.isPresent() && from >= 0; from--) {
                if (name.matcher(lines.get(from)).find()) {
                    return Optional.of(new StepLines(from, name, written.get()));
                }
                if (from < i && lines.get(from).strip().startsWith("- ")) {
                    break;
                }
            }
        }
        return Optional.empty();
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
