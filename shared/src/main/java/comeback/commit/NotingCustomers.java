package comeback.commit;

import comeback.customer.CustomerId;
import comeback.store.StoreId;

/**
 * Customers, of whom it is written down elsewhere what they saw. Before them: who falls between the two repeats the decision,
 * and notes the same again. After them the repeat would find nothing new to note.
 */
public final class NotingCustomers implements Customers {
    private final Customers customers;
    private final Sightings sightings;

    public NotingCustomers(Customers customers, Sightings sightings) {
        this.customers = customers;
        this.sightings = sightings;
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        return customers.find(store, id);
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        commit.seen().forEach(seen -> sightings.note(store, commit.next().id(), seen));
        return customers.commit(store, commit);
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        customers.log(store, id, entry);
    }
}
