package comeback.storefile;

import comeback.store.Store;

/**
 * A store as somebody wrote it down.
 *
 * @param store with the keys that were named
 * @param namesKeys whether any were; when not, it keeps those that it has
 */
public record StoreSettings(Store store, boolean namesKeys) {}
