package comeback.simulation.mutants;

import comeback.commit.Commit;
import comeback.commit.Committed;
import comeback.commit.Customers;
import comeback.commit.LogEntry;
import comeback.commit.Slot;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Profile;
import comeback.store.StoreId;
import java.time.Instant;

/** Customers whose commits go wrong in one way. */
class OtherCustomers implements Customers {
    final Customers right;

    OtherCustomers(Customers right) {
        this.right = right;
    }

    @Override
    public Slot find(StoreId store, CustomerId id) {
        return right.find(store, id);
    }

    @Override
    public void log(StoreId store, CustomerId id, LogEntry entry) {
        right.log(store, id, entry);
    }

    @Override
    public Committed commit(StoreId store, Commit commit) {
        return right.commit(store, commit);
    }

    private static Commit with(Commit commit, Customer next) {
        return new Commit(next, commit.moved(), commit.names(), commit.born(), commit.orders(), commit.log());
    }

    /** Says that it is saved, and saves nothing. */
    static Customers forgetful(Customers right) {
        return new OtherCustomers(right) {
            @Override
            public Committed commit(StoreId store, Commit commit) {
                return new Committed.Saved();
            }
        };
    }

    /** Who comes too late is told that it is saved. */
    static Customers taking(Customers right) {
        return new OtherCustomers(right) {
            @Override
            public Committed commit(StoreId store, Commit commit) {
                Committed answer = right.commit(store, commit);
                return answer instanceof Committed.Stale ? new Committed.Saved() : answer;
            }
        };
    }

    /** Who comes too late writes over what came before. */
    static Customers overwriting(Customers right) {
        return new OtherCustomers(right) {
            @Override
            public Committed commit(StoreId store, Commit commit) {
                Committed answer = right.commit(store, commit);
                long now = right.at(store, commit.next().id()).version();
                return answer instanceof Committed.Stale
                        ? right.commit(store, with(commit, commit.next().withVersion(now)))
                        : answer;
            }
        };
    }

    /** A zone is remembered as hours from UTC. */
    static Customers withFixedOffsets(Customers right) {
        return new OtherCustomers(right) {
            @Override
            public Committed commit(StoreId store, Commit commit) {
                Profile known = commit.next().profile();
                Profile fixed = new Profile(
                        known.firstName(),
                        known.lastName(),
                        known.locale(),
                        known.zone().map(zone -> zone.getRules().getStandardOffset(Instant.EPOCH)));
                return right.commit(store, with(commit, commit.next().with(fixed)));
            }
        };
    }
}
