package comeback.commit;

import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;

/**
 * Reads who changed what. Each entry is written in one transaction with its change, so there is no change without one; none
 * is ever changed or taken away.
 */
public interface AuditTrail {
    /** More entries than this a page never has. */
    int PAGE_MAX = 100;

    /**
     * A page, newest entry first.
     *
     * @param store whose; absent for what concerns the whole deployment
     * @param before only what is older than this; absent for the newest page
     * @param limit how many at most, 1 to {@value #PAGE_MAX}
     */
    Page page(Optional<StoreId> store, Optional<Timelines.Place> before, int limit);

    /**
     * Some entries.
     *
     * @param entries newest first
     * @param next after which the next page begins; absent when there is none
     */
    record Page(List<AuditEntry> entries, Optional<Timelines.Place> next) {
        public Page {
            entries = List.copyOf(entries);
        }

        /** The first entries of what was read, which is one more than the limit when there are more. */
        public static Page of(List<AuditEntry> read, int limit) {
            if (read.size() <= limit) {
                return new Page(read, Optional.empty());
            }
            List<AuditEntry> entries = read.subList(0, limit);
            return new Page(entries, Optional.of(entries.getLast().place()));
        }
    }
}
