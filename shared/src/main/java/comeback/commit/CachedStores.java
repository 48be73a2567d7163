package comeback.commit;

import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stores, read at most once a minute: settings change seldom, and every event asks for them. */
public final class CachedStores implements Stores {
    static final Duration LIFE = Duration.ofMinutes(1);

    /** More keys or stores than that at once are somebody guessing. */
    private static final int ENTRIES_MAX = 1_000;

    private final Stores stores;
    private final InstantSource clock;
    private final Map<String, Entry<KeyHolder>> byKey = new ConcurrentHashMap<>();
    private final Map<StoreId, Entry<Store>> byId = new ConcurrentHashMap<>();

    private final Map<String, Entry<Store>> byDomain = new ConcurrentHashMap<>();

    private record Entry<T>(Optional<T> value, Instant readAt) {}

    public CachedStores(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public Optional<KeyHolder> holding(String key) {
        // What was read a moment ago may have ended since.
        return cached(byKey, key, () -> stores.holding(key))
                .filter(holder -> holder.endsAt()
                        .filter(end -> !end.isAfter(clock.instant()))
                        .isEmpty());
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return cached(byId, id, () -> stores.find(id));
    }

    @Override
    public Optional<Store> atDomain(String domain) {
        return cached(byDomain, domain, () -> stores.atDomain(domain));
    }

    @Override
    public void save(Store store) {
        stores.save(store);
        byKey.clear();
        byId.clear();
        byDomain.clear();
    }

    private <K, T> Optional<T> cached(Map<K, Entry<T>> cache, K key, Supplier<Optional<T>> read) {
        Instant now = clock.instant();
        if (cache.size() > ENTRIES_MAX) {
            cache.clear();
        }
        Entry<T> entry = cache.get(key);
        // A clock that was set back must not keep old settings alive until it has caught up.
        if (entry == null || Duration.between(entry.readAt(), now).abs().compareTo(LIFE) >= 0) {
            entry = new Entry<>(read.get(), now);
            cache.put(key, entry);
        }
        return entry.value();
    }
}
