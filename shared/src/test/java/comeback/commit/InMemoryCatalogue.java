package comeback.commit;

import comeback.catalogue.Product;
import comeback.store.StoreId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products in memory, for tests. It passes the same contract as the real one. */
public final class InMemoryCatalogue implements Catalogue {
    private final Map<Place, Product> products = new HashMap<>();
    private final Map<Place, String> leads = new HashMap<>();

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

    private static <T> Map<String, T> found(Map<Place, T> all, StoreId store, Set<String> names) {
        Map<String, T> found = new HashMap<>();
        names.forEach(name ->
                Optional.ofNullable(all.get(new Place(store, name))).ifPresent(value -> found.put(name, value)));
        return found;
    }
}
