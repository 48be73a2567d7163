package comeback.flow;

import comeback.customer.Journey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All flows of this deployment, in the order of their names, so that the same input always decides the same.
 *
 * @param all as they are today, each with a name of its own
 * @param former older versions of them that running journeys began under
 */
public record Flows(List<Flow> all, List<Flow> former) {
    public Flows {
        all = all.stream().sorted(Comparator.comparing(Flow::name)).toList();
        former = List.copyOf(former);
    }

    public Flows(List<Flow> all) {
        this(all, List.of());
    }

    public Optional<Flow> named(String name) {
        return all.stream().filter(flow -> flow.name().equals(name)).findFirst();
    }

    /**
     * The flow as it was when the journey began. A flow that was taken away altogether is gone for its journeys too; one
     * whose older file nobody kept goes on as it is today.
     */
    public Optional<Flow> of(Journey journey) {
        return named(journey.flow())
                .map(today -> Stream.concat(Stream.of(today), former.stream())
                        .filter(flow -> flow.name().equals(journey.flow())
                                && flow.version().equals(journey.version()))
                        .findFirst()
                        .orElse(today));
    }

    /** These flows, knowing more older versions. */
    public Flows with(List<Flow> older) {
        return new Flows(all, older);
    }
}
