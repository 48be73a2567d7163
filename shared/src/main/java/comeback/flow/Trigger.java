package comeback.flow;

import java.util.Optional;
import java.util.Set;

/**
 * What starts a flow.
 *
 * @param on canonical names of the events
 * @param when what must hold at that moment; absent when nothing must
 */
public record Trigger(Set<String> on, Optional<Condition> when) {
    public Trigger {
        on = Set.copyOf(on);
    }

    /** One without a condition. */
    public static Trigger on(String... events) {
        return new Trigger(Set.of(events), Optional.empty());
    }
}
