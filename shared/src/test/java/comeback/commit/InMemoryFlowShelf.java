package comeback.commit;

import comeback.flow.Flow;
import comeback.flow.Flows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A shelf in memory, for tests; today's files can be changed. */
public final class InMemoryFlowShelf implements FlowShelf {
    private final Map<String, Flow> kept = new HashMap<>();
    private Flows today;

    public InMemoryFlowShelf(Flows today) {
        this.today = today;
    }

    public void change(Flows files) {
        today = files;
    }

    @Override
    public Flows today() {
        return today;
    }

    @Override
    public void keep(Flow flow) {
        kept.put(flow.name() + "#" + flow.version(), flow);
    }

    @Override
    public Optional<Flow> former(String flow, String version) {
        return Optional.ofNullable(kept.get(flow + "#" + version));
    }
}
