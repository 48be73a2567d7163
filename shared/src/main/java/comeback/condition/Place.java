package comeback.condition;

import java.util.Set;

/**
 * Where a condition stands, and so what it can ask about.
 *
 * @param events names of those that may just have happened; none where a condition is asked after a time
 * @param isOnTheWay whether a journey has begun
 */
public record Place(Set<String> events, boolean isOnTheWay) {
    public Place {
        events = Set.copyOf(events);
    }

    /** At a flow's start, for these events. */
    public static Place start(Set<String> events) {
        return new Place(events, false);
    }

    /** At a step: what began the journey may be long past, so there is no event. */
    public static Place step() {
        return new Place(Set.of(), true);
    }

    /** Whether this can ever be known here. */
    boolean knows(Fact fact) {
        return switch (fact.root()) {
            case EventFacts.ROOT -> !events.isEmpty();
            case JourneyFacts.ROOT, ChangeFacts.ROOT, DayFacts.ROOT -> isOnTheWay;
            default -> true;
        };
    }
}
