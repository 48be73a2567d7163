package comeback.flow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All flows of this deployment, in the order of their names, so that the same input always decides the same.
 *
 * @param all each with a name of its own
 */
public record Flows(List<Flow> all) {
    public Flows {
        all = all.stream().sorted(Comparator.comparing(Flow::name)).toList();
    }

    public Optional<Flow> named(String name) {
        return all.stream().filter(flow -> flow.name().equals(name)).findFirst();
    }
}
