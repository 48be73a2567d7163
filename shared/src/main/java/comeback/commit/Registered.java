package comeback.commit;

import comeback.store.AccessKey;
import comeback.store.HeldKey;
import comeback.store.KeyHash;
import comeback.store.MadeSecret;
import comeback.store.Store;
import java.util.List;
import java.util.stream.Stream;

/**
 * A store as its deployment's owner sees it.
 *
 * @param store its settings, without keys
 * @param keys what is kept of them
 * @param version how often it was written; 0 for one that never was
 */
public record Registered(Store store, List<HeldKey> keys, long version) {
    public Registered {
        store = store.withKeys(List.of());
        keys = List.copyOf(keys);
        if (keys.size() > Store.KEYS_MAX) {
            throw new IllegalArgumentException("a store has at most " + Store.KEYS_MAX + " keys");
        }
    }

    /** One that is new, with the keys that its settings name. */
    public static Registered fresh(Store store) {
        return new Registered(store, List.of(), 0).withKeysOfSettings(store.keys());
    }

    /** With other settings. Keys stay, and so do the webhook secrets that were made here, and what was found to do harm. */
    public Registered with(Store settings) {
        return new Registered(
                settings.with(settings.webhooks().withMade(store.webhooks().made()))
                        .withStopped(store.stopped()),
                keys,
                version);
    }

    /** With these instead of the keys that its settings named before. */
    public Registered withKeysOfSettings(List<AccessKey> named) {
        Stream<HeldKey> ofSettings =
                named.stream().map(key -> new HeldKey.OfSettings(KeyHash.of(key.key()), key.keyClass()));
        Stream<HeldKey> made = keys.stream().filter(HeldKey.Made.class::isInstance);
        return withKeys(Stream.concat(ofSettings, made).toList());
    }

    public Registered withKeys(List<HeldKey> changed) {
        return new Registered(store, changed, version);
    }

    public Registered withSecrets(List<MadeSecret> changed) {
        return new Registered(store.with(store.webhooks().withMade(changed)), keys, version);
    }
}
