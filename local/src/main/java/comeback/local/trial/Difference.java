package comeback.local.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two outcomes of the same events, side by side.
 *
 * @param names the shop's names for our customers' ids
 */
record Difference(Outcome before, Outcome after, Map<String, String> names) {
    /** More people than these nobody reads; the sums tell of all. */
    private static final int PEOPLE_MAX = 20;

    private static final String ROW = "%-44s %8s %8s %8s";
    private static final String CAP = "cap";

    void print(Consumer<String> out) {
        out.accept(String.format(Locale.ROOT, ROW, "", "before", "after", "").stripTrailing());
        for (String step : steps()) {
            row(
                    out,
                    step,
                    before.count(letter -> letter.isSent() && letter.step().equals(step)),
                    after.count(letter -> letter.isSent() && letter.step().equals(step)));
        }
        row(out, "all mails", before.count(Outcome.Letter::isSent), after.count(Outcome.Letter::isSent));
        row(out, "people written to", before.people(), after.people());
        row(out, "kept back by a cap", kept(before, CAP), kept(after, CAP));
        row(out, "kept back by other rules", keptByOthers(before), keptByOthers(after));
        row(out, "coupons given", before.coupons(), after.coupons());
        List<String> touched = touched();
        out.accept("");
        out.accept(
                touched.isEmpty()
                        ? "nobody gets anything else than before"
                        : touched.size() + (touched.size() == 1 ? " person gets" : " people get") + " something else:");
        touched.stream().limit(PEOPLE_MAX).forEach(customer -> out.accept("  " + person(customer)));
        if (touched.size() > PEOPLE_MAX) {
            out.accept("  and " + (touched.size() - PEOPLE_MAX) + " more");
        }
    }

    private static void row(Consumer<String> out, String what, long before, long after) {
        String change = before == after ? "" : String.format(Locale.ROOT, "%+d", after - before);
        out.accept(String.format(Locale.ROOT, ROW, what, before, after, change).stripTrailing());
    }

    private Set<String> steps() {
        return Stream.of(before, after)
                .flatMap(outcome -> outcome.letters().stream())
                .filter(Outcome.Letter::isSent)
                .map(Outcome.Letter::step)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long kept(Outcome outcome, String rule) {
        return outcome.keptBack().getOrDefault(rule, 0L);
    }

    private static long keptByOthers(Outcome outcome) {
        return outcome.keptBack().entrySet().stream()
                .filter(rule -> !rule.getKey().equals(CAP))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Those who get other letters than before, whoever loses or gains most first. */
    private List<String> touched() {
        return Stream.of(before, after)
                .flatMap(outcome -> outcome.letters().stream())
                .map(Outcome.Letter::customer)
                .distinct()
                .filter(customer -> !changes(customer).isEmpty())
                .sorted(Comparator.comparingLong((String customer) -> -changes(customer).values().stream()
                                .mapToLong(Math::abs)
                                .sum())
                        .thenComparing(this::name))
                .toList();
    }

    private Map<String, Long> changes(String customer) {
        Map<String, Long> changes = new TreeMap<>(after.sentTo(customer));
        before.sentTo(customer).forEach((step, times) -> changes.merge(step, -times, Long::sum));
        changes.values().removeIf(change -> change == 0);
        return changes;
    }

    private String person(String customer) {
        return name(customer) + ": "
                + changes(customer).entrySet().stream()
                        .map(change -> String.format(Locale.ROOT, "%+d %s", change.getValue(), change.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private String name(String customer) {
        return names.getOrDefault(customer, customer);
    }
}
