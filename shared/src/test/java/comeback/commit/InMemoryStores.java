package comeback.commit;

import comeback.store.AccessKey;
import comeback.store.HeldKey;
import comeback.store.KeyHash;
import comeback.store.Store;
import comeback.store.StoreId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shops of a deployment in memory, for tests. It passes the same contracts as the real ones. */
final class InMemoryStores implements Stores, StoreRegister {
    private final Map<StoreId, Registered> stores = new HashMap<>();
    private final Map<String, StoreId> domains = new HashMap<>();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();

    /** Who changed what. */
    InMemoryAuditTrail audit() {
        return audit;
    }

    @Override
    public Optional<KeyHolder> holding(String key) {
        KeyHash hash = KeyHash.of(key);
        for (Registered registered : stores.values()) {
            for (HeldKey held : registered.keys()) {
                if (held.hash().equals(hash)) {
                    return Optional.of(new KeyHolder(registered.store(), held.keyClass(), held.endsAt()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Store> find(StoreId id) {
        return registered(id).map(Registered::store);
    }

    @Override
    public Optional<Store> atDomain(String domain) {
        return Optional.ofNullable(domains.get(domain))
                .or(() -> Optional.ofNullable(domains.get(Domains.ANY)))
                .flatMap(this::find);
    }

    @Override
    public void save(Store store) {
        List<AccessKey> keys = store.keys();
        Outcome outcome = register(registered(store.id())
                .map(seen -> seen.with(store).withKeysOfSettings(keys))
                .orElseGet(() -> Registered.fresh(store)));
        if (!(outcome instanceof Outcome.Saved)) {
            throw new IllegalStateException("a key of store " + store.id() + " is another store's");
        }
    }

    @Override
    public Optional<Registered> registered(StoreId id) {
        return Optional.ofNullable(stores.get(id));
    }

    @Override
    public List<StoreId> stores(Optional<StoreId> after, int limit) {
        return stores.keySet().stream()
                .sorted(Comparator.comparing(StoreId::value))
                .filter(id -> after.filter(last -> id.value().compareTo(last.value()) <= 0)
                        .isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Outcome register(Registered next, Optional<AuditEntry> entry) {
        StoreId id = next.store().id();
        if (registered(id).map(Registered::version).orElse(0L) != next.version()) {
            return new Outcome.Stale();
        }
        boolean isTaken = stores.values().stream()
                .filter(other -> !other.store().id().equals(id))
                .flatMap(other -> other.keys().stream())
                .anyMatch(
                        key -> next.keys().stream().anyMatch(ours -> ours.hash().equals(key.hash())));
        if (isTaken) {
            return new Outcome.KeyTaken();
        }
        entry.ifPresent(audit::add);
        stores.put(id, new Registered(next.store(), next.keys(), next.version() + 1));
        domains.values().removeIf(id::equals);
        List<String> others = new ArrayList<>();
        for (String domain : Domains.of(next.store())) {
            if (!domains.computeIfAbsent(domain, free -> id).equals(id)) {
                others.add(domain);
            }
        }
        return new Outcome.Saved(others);
    }
}
