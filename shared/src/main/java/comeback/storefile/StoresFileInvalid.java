package comeback.storefile;

import comeback.templates.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Settings of stores that cannot be used; the message has a line for every mistake, as {@code file:line: what}. */
public final class StoresFileInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public StoresFileInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All of them. */
    public List<Problem> problems() {
        return problems;
    }
}
