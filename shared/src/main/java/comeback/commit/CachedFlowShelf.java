package comeback.commit;

import comeback.flow.Flow;
import comeback.flow.Flows;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A shelf that keeps and fetches each version once: a version never changes. */
public final class CachedFlowShelf implements FlowShelf {
    private final FlowShelf shelf;
    private final Map<String, Optional<Flow>> former = new ConcurrentHashMap<>();
    private final Map<String, Boolean> kept = new ConcurrentHashMap<>();

    public CachedFlowShelf(FlowShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Flows today() {
        return shelf.today();
    }

    @Override
    public void keep(Flow flow) {
        String name = flow.name() + "#" + flow.version();
        if (!kept.containsKey(name)) {
            shelf.keep(flow);
            kept.put(name, true);
        }
    }

    @Override
    public Optional<Flow> former(String flow, String version) {
        return former.computeIfAbsent(flow + "#" + version, name -> shelf.former(flow, version));
    }
}
