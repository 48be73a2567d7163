package comeback.ingest;

import comeback.commit.Domains;
import comeback.commit.KeyHolder;
import comeback.commit.Stores;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shops in a map; can be told to fail. */
final class InMemoryStores implements Stores {
    private final Map<StoreId, Store> stores = new LinkedHashMap<>();
    private boolean isDown;

    @Override
    public Optional<KeyHolder> holding(String key) {
        failIfDown();
        return stores.values().stream()
                .flatMap(store -> store.keys().stream()
                        .filter(held -> held.key().equals(key))
                        .map(held -> new KeyHolder(store, held.keyClass())))
                .findFirst();
    }

    @Override
    public Optional<Store> find(StoreId id) {
        failIfDown();
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public Optional<Store> atDomain(String domain) {
        failIfDown();
        return stores.values().stream()
                .filter(store -> Domains.of(store).contains(domain))
                .findFirst();
    }

    @Override
    public void save(Store store) {
        stores.put(store.id(), store);
    }

    void goDown() {
        isDown = true;
    }

    private void failIfDown() {
        if (isDown) {
            throw new IllegalStateException("the table does not answer");
        }
    }
}
