package comeback.commit;

import comeback.store.Store;
import comeback.store.StoreId;
import java.util.Optional;

/** The shops of this deployment. */
public interface Stores {
    /** Whose key this is; nothing for a key that no store has. When it ends is told, and left to who knows the time. */
    Optional<KeyHolder> holding(String key);

    Optional<Store> find(StoreId id);

    /**
     * Whose shop this is; nothing for one that no store has. A store that names no domain of its own is found under each
     * that nobody has, as long as it is the only such store.
     *
     * @param domain "fjord-and-pine.myshopify.com", in lower case
     */
    Optional<Store> atDomain(String domain);

    /**
     * Adds or replaces a store; keys and domains it no longer has stop working. A domain stays with who has it.
     *
     * @throws IllegalStateException when one of its keys is another store's
     */
    void save(Store store);
}
