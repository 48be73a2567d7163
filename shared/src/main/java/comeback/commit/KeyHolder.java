package comeback.commit;

import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose a write key is.
 *
 * @param store the shop
 * @param keyClass what the holder may do
 * @param endsAt from then on it is nobody's; absent for a key without an end
 */
public record KeyHolder(Store store, KeyClass keyClass, Optional<Instant> endsAt) {
    /** Of a key without an end. */
    public KeyHolder(Store store, KeyClass keyClass) {
        this(store, keyClass, Optional.empty());
    }
}
