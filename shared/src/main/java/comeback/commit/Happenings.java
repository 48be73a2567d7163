package comeback.commit;

import comeback.event.StoreEvent;
import comeback.store.Store;
import java.util.Map;

/** Where storefront events go. */
public interface Happenings {
    /**
     * Decides about an event and commits what follows. The same event twice is once.
     *
     * @param raw the event's own JSON object, kept for the timeline
     * @throws RuntimeException when it could not be stored: then the sender is to repeat it
     */
    void happened(Store store, StoreEvent event, Map<String, Object> raw);
}
