package comeback.commit;

import comeback.customer.Customer;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what happened to customers. The lines are written with the decisions, by {@link Customers}. */
public interface Timelines {
    /** More lines than this a page never has: an answer of a function may hold 6 MB, and a line up to 32 KB. */
    int PAGE_MAX = 100;

    /** Newest first; of one moment, the greater id first. */
    Comparator<LogEntry> NEWEST_FIRST =
            Comparator.comparing(LogEntry::at).thenComparing(LogEntry::id).reversed();

    /**
     * A page, newest line first; never an older state. Lines from before the customer was joined with another, filed under
     * former ids, are among them.
     *
     * @param before only what is older than this line; absent for the newest page
     * @param limit how many lines at most, 1 to {@value #PAGE_MAX}
     */
    Page page(StoreId store, Customer customer, Optional<Place> before, int limit);

    /**
     * Where a line stands in a timeline.
     *
     * @param at its time
     * @param id its id
     */
    record Place(Instant at, String id) {}

    /**
     * Some lines.
     *
     * @param lines newest first
     * @param next after which the next page begins; absent when there is none
     */
    record Page(List<LogEntry> lines, Optional<Place> next) {
        public Page {
            lines = List.copyOf(lines);
        }

        /** The first lines of what was read, which is one more than the limit when there are more. */
        public static Page of(List<LogEntry> read, int limit) {
            if (read.size() <= limit) {
                return new Page(read, Optional.empty());
            }
            List<LogEntry> lines = read.subList(0, limit);
            return new Page(
                    lines,
                    Optional.of(new Place(lines.getLast().at(), lines.getLast().id())));
        }
    }
}
