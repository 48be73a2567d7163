package comeback.commit;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products in memory, for tests. It passes the same contract as the real one. */
public final class InMemoryCatalogue implements Catalogue {
    private final Map<Place, Product> products = new HashMap<>();
    private final Map<Place, String> leads = new HashMap<>();

    private final Map<StoreId, Instant> openings = new HashMap<>();
    private final Map<StoreId, Set<Newcomer>> newcomers = new HashMap<>();

    private record Place(StoreId store, String name) {}

    @Override
    public Map<String, Product> find(StoreId store, Set<String> ids) {
        return found(products, store, ids);
    }

    @Override
    public Map<String, String> productsNamed(StoreId store, Set<String> names) {
        return found(leads, store, names);
    }

    @Override
    public boolean save(StoreId store, Product next, Set<String> newNames) {
        newNames.forEach(name -> leads.put(new Place(store, name), next.id()));
        Place place = new Place(store, next.id());
        long seen =
                Optional.ofNullable(products.get(place)).map(Product::version).orElse(0L);
        if (seen != next.version()) {
            return false;
        }
        products.put(place, next.withVersion(seen + 1));
        return true;
    }

    @Override
    public Instant openedAt(StoreId store, Instant now) {
        return openings.computeIfAbsent(store, each -> now);
    }

    @Override
    public void came(StoreId store, Newcomer newcomer) {
        newcomers.computeIfAbsent(store, each -> new HashSet<>()).add(newcomer);
    }

    @Override
    public List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most) {
        return newcomers.getOrDefault(store, Set.of()).stream()
                .filter(each -> !each.at().isBefore(from) && !each.at().isAfter(until))
                .sorted(Comparator.comparing(Newcomer::at)
                        .thenComparing(Newcomer::product)
                        .reversed())
                .limit(most)
                .toList();
    }

    private static <T> Map<String, T> found(Map<Place, T> all, StoreId store, Set<String> names) {
        Map<String, T> found = new HashMap<>();
        names.forEach(name ->
                Optional.ofNullable(all.get(new Place(store, name))).ifPresent(value -> found.put(name, value)));
        return found;
    }
}
