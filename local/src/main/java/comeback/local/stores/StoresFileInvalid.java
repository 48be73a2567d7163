package comeback.local.stores;

import comeback.templates.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A stores file that cannot be used; its message has a line for every mistake, as {@code file:line: what}. */
public final class StoresFileInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoresFileInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
