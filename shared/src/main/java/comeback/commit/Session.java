package comeback.commit;

import comeback.customer.EmailAddress;
import comeback.store.KeyHash;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody has signed in at the console. It says who they are and not what they may: that is looked up each time, so
 * whoever is taken off a list is out at once.
 *
 * @param key the hash of what their browser holds
 * @param who they are
 * @param store where they signed in; absent for who named none
 * @param until when it is over
 */
public record Session(KeyHash key, EmailAddress who, Optional<StoreId> store, Instant until) {
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
