package comeback.commit;

import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The audit trail in memory, for tests. */
final class InMemoryAuditTrail implements AuditTrail {
    private static final Comparator<Timelines.Place> OLDEST_FIRST =
            Comparator.comparing(Timelines.Place::at).thenComparing(Timelines.Place::id);

    private final List<AuditEntry> entries = new ArrayList<>();

    void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public Page page(Optional<StoreId> store, Optional<Timelines.Place> before, int limit) {
        List<AuditEntry> read = entries.stream()
                .filter(entry -> entry.store().equals(store))
                .filter(entry -> before.filter(place -> OLDEST_FIRST.compare(entry.place(), place) >= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(AuditEntry::place, OLDEST_FIRST).reversed())
                .limit(limit + 1L)
                .toList();
        return Page.of(read, limit);
    }
}
