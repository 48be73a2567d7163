package comeback.commit;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Together;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was bought together, in memory, for tests. It passes the same contract as the real one. */
public final class InMemoryBoughtTogether implements BoughtTogether {
    private static final Comparator<Together> OLDEST_FIRST =
            Comparator.comparing(Together::at).thenComparing(Together::order);

    private final Map<StoreId, Map<String, Together>> orders = new HashMap<>();
    private final Map<StoreId, Bestsellers> counted = new HashMap<>();
    private final Set<StoreId> queued = new HashSet<>();
    private final InMemoryDueIndex index = new InMemoryDueIndex();

    @Override
    public void note(StoreId store, Together order) {
        orders.computeIfAbsent(store, each -> new HashMap<>()).putIfAbsent(order.order(), order);
        if (queued.add(store)) {
            index.put(new DueItem.OfBestsellers(store), Queue.REVIEWS, BoughtTogether.countedAfter(order.at()));
        }
    }

    @Override
    public List<Together> lately(StoreId store, int most) {
        return all(store, OLDEST_FIRST.reversed()).stream().limit(most).toList();
    }

    @Override
    public List<Together> latelyWith(StoreId store, String productId, int most) {
        return all(store, OLDEST_FIRST.reversed()).stream()
                .filter(order -> order.products().contains(productId))
                .limit(most)
                .toList();
    }

    @Override
    public List<Together> after(StoreId store, Optional<Bestsellers.Last> last, Instant until, int most) {
        return all(store, OLDEST_FIRST).stream()
                .filter(order -> last.filter(seen ->
                                OLDEST_FIRST.compare(order, new Together(seen.order(), seen.at(), List.of())) <= 0)
                        .isEmpty())
                .filter(order -> order.at().isBefore(until))
                .limit(most)
                .toList();
    }

    @Override
    public Bestsellers bestsellers(StoreId store) {
        return counted.getOrDefault(store, Bestsellers.NONE);
    }

    @Override
    public boolean save(StoreId store, Bestsellers next, Optional<Instant> again) {
        if (bestsellers(store).version() != next.version()) {
            return false;
        }
        counted.put(store, new Bestsellers(next.version() + 1, next.counted(), next.sellers()));
        queued.remove(store);
        index.remove(new DueItem.OfBestsellers(store));
        again.ifPresent(at -> {
            queued.add(store);
            index.put(new DueItem.OfBestsellers(store), Queue.REVIEWS, at);
        });
        return true;
    }

    /** Shops that have orders to count. */
    public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        return index.before(queue, partition, time, limit);
    }

    private List<Together> all(StoreId store, Comparator<Together> by) {
        return orders.getOrDefault(store, Map.of()).values().stream().sorted(by).toList();
    }
}
