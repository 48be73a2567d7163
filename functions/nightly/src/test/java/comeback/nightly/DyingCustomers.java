package comeback.nightly;

import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers at whom the process dies at every so many calls: in turn before the call is done, and after.
 *
 * @param calls how many were made
 * @param every so many; a prime, so that it meets reads and writes alike
 */
record DyingCustomers(Customers right, AtomicInteger calls, int every) implements Customers {
    /** The process is gone; nothing in the product may catch this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        dieIf(calls.incrementAndGet() % every == 0);
        return right.find(store, id);
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        right.log(store, id, entry);
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        int call = calls.incrementAndGet();
        dieIf(call % every == 0 && call % 2 == 0);
        Committed done = right.commit(store, commit);
        dieIf(call % every == 0);
        return done;
    }

    private static void dieIf(boolean isTime) {
        if (isTime) {
            throw new Killed();
        }
    }
}
