package comeback.console.stores;

import comeback.commit.AuditEntry;
import comeback.commit.Registered;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants done with a store.
 *
 * @param method HTTP's
 * @param store which
 * @param body what came with it
 * @param who as the audit trail names them
 * @param at now
 */
record Call(String method, StoreId store, String body, String who, Instant at) {
    /**
     * What a change is called in the audit trail.
     *
     * @param details names only, never values
     */
    record Deed(AuditEntry.What what, List<String> details) {}

    /** The entry of a change. A store's version comes once, so its entries do. */
    AuditEntry entry(Registered next, Deed deed) {
        return new AuditEntry(
                at, "store-" + (next.version() + 1), Optional.of(store), who, deed.what(), deed.details());
    }
}
