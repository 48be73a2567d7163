package comeback.commit;

import comeback.catalogue.Together;
import comeback.store.StoreId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was bought together, in memory, for tests. It passes the same contract as the real one. */
public final class InMemoryBoughtTogether implements BoughtTogether {
    private final Map<StoreId, Map<String, Together>> orders = new HashMap<>();

    @Override
    public void note(StoreId store, Together order) {
        orders.computeIfAbsent(store, each -> new HashMap<>()).putIfAbsent(order.order(), order);
    }

    @Override
    public List<Together> lately(StoreId store, int most) {
        return orders.getOrDefault(store, Map.of()).values().stream()
                .sorted(Comparator.comparing(Together::at)
                        .thenComparing(Together::order)
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<Together> latelyWith(StoreId store, String productId, int most) {
        return lately(store, Integer.MAX_VALUE).stream()
                .filter(order -> order.products().contains(productId))
                .limit(most)
                .toList();
    }
}
