package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.store.StoreId;

/** Where customers are kept. */
public interface Customers {
    /** Signs lead to a customer in one step, or in two while somebody moves. More would be a circle. */
    int HOPS_MAX = 5;

    /** What lies at this place now; never an older state. */
    Slot find(StoreId store, CustomerId id);

    /** The customer of this place, wherever they lie now; someone unknown when nobody was ever met there, or was forgotten. */
    default Customer at(StoreId store, CustomerId place) {
        Found found = follow(store, place);
        return found.slot() instanceof Slot.Here here ? here.customer() : Customer.unknown(found.place());
    }

    /** Follows the signs from this place to where there is none. */
    default Found follow(StoreId store, CustomerId place) {
        CustomerId at = place;
        for (int hop = 0; hop < HOPS_MAX; hop++) {
            Slot slot = find(store, at);
            if (!(slot instanceof Slot.Moved moved)) {
                return new Found(at, slot);
            }
            at = moved.to();
        }
        throw new IllegalStateException("the signs for customer " + place + " of store " + store + " lead in a circle");
    }

    /**
     * Where signs led.
     *
     * @param place the last one
     * @param slot what lies there: never a sign
     */
    record Found(CustomerId place, Slot slot) {}

    /** Adds a line to a timeline by itself; the same line twice is one. */
    void log(StoreId store, CustomerId id, LogEntry entry);

    /** Saves all of it or nothing. */
    Committed commit(StoreId store, Commit commit);
}
