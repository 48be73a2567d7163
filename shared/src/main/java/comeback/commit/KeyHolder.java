package comeback.commit;

import comeback.store.KeyClass;
import comeback.store.Store;

/**
 * Whose a write key is.
 *
 * @param store the shop
 * @param keyClass what the holder may do
 */
public record KeyHolder(Store store, KeyClass keyClass) {}
