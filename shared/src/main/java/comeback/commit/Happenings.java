package comeback.commit;

import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.event.StoreEvent;
import comeback.store.Store;
import java.util.Map;
import java.util.Optional;

/** Where storefront events go. */
public interface Happenings {
    /**
     * Decides about an event and commits what follows. The same event twice is once.
     *
     * @param raw the event's own JSON object, kept for the timeline
     * @throws RuntimeException when it could not be stored: then the sender is to repeat it
     */
    void happened(Store store, StoreEvent event, Map<String, Object> raw);

    /** Whether whoever lay at this place wanted to be forgotten, and has not come again. */
    default boolean isForgotten(Store store, CustomerId place) {
        return standing(store, place) instanceof Slot.Gone;
    }

    /** Who lies at this place, or where signs lead from it; never a sign. */
    default Slot standing(Store store, CustomerId place) {
        return new Slot.Nobody();
    }

    /** Forgets whoever lies at this place; what stays of them, or nothing when nobody was ever met there. */
    default Optional<Forgotten> forget(Store store, CustomerId place) {
        throw new UnsupportedOperationException("nobody is forgotten here");
    }
}
