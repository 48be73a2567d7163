package comeback.commit;

import comeback.customer.EmailAddress;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link by which somebody wants to sign in at the console.
 *
 * @param id names it
 * @param secret signs it, and no other
 * @param to who gets it; absent for an address that may not sign in, of which nothing is kept
 * @param store where it leads; absent for who may see every store and named none
 * @param language of the letter: "en", "ko", "tr"
 * @param until when it is over
 */
public record AskedLink(
        String id, String secret, Optional<EmailAddress> to, Optional<StoreId> store, String language, Instant until) {
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
