package comeback.flow;

import comeback.customer.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All flows of this deployment, in the order of their names, so that the same input always decides the same. Most inputs
 * concern few of them, so it is known beforehand which.
 */
public final class Flows {
    private final List<Flow> all;
    private final List<Flow> former;
    private final Map<String, Flow> byName;
    private final Map<String, List<Flow>> byEvent;
    private final List<Reviewed> reviewed;

    /**
     * A flow that a review starts.
     *
     * @param flow which
     * @param review which of them
     */
    record Reviewed(Flow flow, Review review) {}

    /**
     * Those.
     *
     * @param all as they are today, each with a name of its own
     * @param former older versions of them that running journeys began under
     */
    public Flows(List<Flow> all, List<Flow> former) {
        var byAlphabet = new ArrayList<>(all);
        byAlphabet.sort((one, other) -> one.name().compareTo(other.name()));
        this.all = List.copyOf(byAlphabet);
        this.former = List.copyOf(former);
        byName = byName(this.all);
        byEvent = byEvent(this.all);
        reviewed = reviewed(this.all);
    }

    private static Map<String, Flow> byName(List<Flow> all) {
        Map<String, Flow> named = new HashMap<>();
        for (Flow flow : all) {
            if (named.put(flow.name(), flow) != null) {
                throw new IllegalArgumentException("two flows are called " + flow.name());
            }
        }
        return Map.copyOf(named);
    }

    private static Map<String, List<Flow>> byEvent(List<Flow> all) {
        var nearestFirst = new ArrayList<>(all);
        nearestFirst.sort(Rungs::nearestFirst);
        Map<String, List<Flow>> started = new HashMap<>();
        for (Flow flow : nearestFirst) {
            for (String event : flow.startsOn()) {
                started.computeIfAbsent(event, it -> new ArrayList<>()).add(flow);
            }
        }
        return Map.copyOf(started);
    }

    private static List<Reviewed> reviewed(List<Flow> all) {
        var reviewed = new ArrayList<Reviewed>();
        for (Flow flow : all) {
            for (Review review : Review.values()) {
                if (review.starts(flow)) {
                    reviewed.add(new Reviewed(flow, review));
                }
            }
        }
        return List.copyOf(reviewed);
    }

    public Flows(List<Flow> all) {
        this(all, List.of());
    }

    public List<Flow> all() {
        return all;
    }

    public Optional<Flow> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those that an event may start, the rung that is nearest to the purchase first. */
    List<Flow> startedBy(String event) {
        return Collections.unmodifiableList(byEvent.getOrDefault(event, List.of()));
    }

    List<Reviewed> reviewed() {
        return reviewed;
    }

    /**
     * The flow as it was when the journey began. A flow that was taken away altogether is gone for its journeys too; one
     * whose older file nobody kept goes on as it is today.
     */
    public Optional<Flow> of(Journey journey) {
        return named(journey.flow())
                .map(today -> today.version().equals(journey.version()) ? today : formerOf(journey, today));
    }

    private Flow formerOf(Journey journey, Flow today) {
        return former.stream()
                .filter(flow ->
                        flow.name().equals(journey.flow()) && flow.version().equals(journey.version()))
                .findFirst()
                .orElse(today);
    }

    /** These flows, knowing more older versions. */
    public Flows with(List<Flow> older) {
        return new Flows(all, older);
    }
}
