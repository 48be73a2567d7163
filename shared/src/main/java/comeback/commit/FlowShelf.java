package comeback.commit;

import comeback.flow.Flow;
import comeback.flow.Flows;
import java.util.Optional;

/** The flows of this deployment: today's files, and the older ones under which journeys still run. */
public interface FlowShelf {
    /** As the files are now. */
    Flows today();

    /** Keeps a flow's file, before the first journey begins under it. The same one twice is one. */
    default void keep(Flow flow) {}

    /** An older version that was kept. */
    default Optional<Flow> former(String flow, String version) {
        return Optional.empty();
    }
}
