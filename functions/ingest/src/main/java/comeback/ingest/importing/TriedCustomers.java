package comeback.ingest.importing;

import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.util.HashMap;
import java.util.Map;

/** One store's customers, as they would be: what is saved here is kept beside the real ones, which stay as they are. */
final class TriedCustomers implements Customers {
    private final Customers real;
    private final Map<CustomerId, Slot> changed = new HashMap<>();

    TriedCustomers(Customers real) {
        this.real = real;
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        return changed.computeIfAbsent(id, place -> real.find(store, place));
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        // Nothing has happened yet.
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        Customer next = commit.next();
        commit.moved().forEach(merged -> changed.put(merged.id(), new Slot.Moved(next.id())));
        commit.names().forEach(name -> changed.put(name, new Slot.Moved(next.id())));
        changed.put(next.id(), new Slot.Here(next.withVersion(next.version() + 1)));
        return new Committed.Saved();
    }
}
