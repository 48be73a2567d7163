package comeback.commit;

import comeback.store.Store;
import comeback.store.StoreId;
import java.util.Optional;

/** The shops of this deployment. */
public interface Stores {
    /** Whose key this is; nothing for a key that no store has. */
    Optional<KeyHolder> holding(String key);

    Optional<Store> find(StoreId id);

    /** Adds or replaces a store; keys it no longer has stop working. */
    void save(Store store);
}
