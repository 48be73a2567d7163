package comeback.simulation.mutants;

import comeback.simulation.edge.Mutation;
import comeback.simulation.edge.Ports;
import java.time.InstantSource;
import java.util.Set;

/**
 * A mistake in what some functions see of AWS.
 *
 * @param functions which of them; empty for all
 * @param change what they see instead
 */
record PortsMutation(Set<String> functions, Change change) implements Mutation {
    /** Makes other ports of the right ones. */
    interface Change {
        Ports of(Ports ports, InstantSource clock);
    }

    @Override
    public Ports ports(String function, Ports ports, InstantSource clock) {
        return functions.isEmpty() || functions.contains(function) ? change.of(ports, clock) : ports;
    }
}
