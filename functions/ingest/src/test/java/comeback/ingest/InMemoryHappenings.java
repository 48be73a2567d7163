package comeback.ingest;

import comeback.commit.Happenings;
import comeback.event.StoreEvent;
import comeback.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps events by shop and id, so that twice is once; can be told to fail. */
final class InMemoryHappenings implements Happenings {
    /** One kept event. */
    record Kept(Store store, StoreEvent event, Map<String, Object> raw) {}

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private int calls;
    private int failuresLeft;

    @Override
    public void happened(Store store, StoreEvent event, Map<String, Object> raw) {
        calls++;
        if (failuresLeft > 0) {
            failuresLeft--;
            throw new IllegalStateException("the table does not answer");
        }
        kept.putIfAbsent(store.id() + " " + event.id(), new Kept(store, event, raw));
    }

    void failNext(int times) {
        failuresLeft = times;
    }

    int calls() {
        return calls;
    }

    List<Kept> all() {
        return new ArrayList<>(kept.values());
    }
}
