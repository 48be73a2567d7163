package comeback.templates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The folder {@code templates/} cannot be used; says everything that is wrong in it at once. */
public final class TemplatesInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public TemplatesInvalid(List<Problem> problems) {
        this(sorted(problems), problems.size());
    }

    private TemplatesInvalid(List<Problem> sorted, int count) {
        super((count == 1 ? "1 mistake" : count + " mistakes") + " in the templates:\n"
                + sorted.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        problems = sorted;
    }

    /** All of them, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }
}
