package comeback.shopper;

import comeback.commit.Stores;
import comeback.customer.CustomerId;
import comeback.link.UnsubscribeToken;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Instant;
import java.util.Optional;

/**
 * An unsubscribe link that we gave out ourselves.
 *
 * @param store whose letter it stood in
 * @param customer who got the letter; may lie elsewhere by now
 * @param message the letter, if the link names it
 */
record Link(Store store, CustomerId customer, Optional<MessageId> message) {
    /** One that does not say in which letter it stands. */
    Link(Store store, CustomerId customer) {
        this(store, customer, Optional.empty());
    }

    private static final String PREFIX = "/u/";

    /** Longer than any link of ours; not worth reading. */
    private static final int TOKEN_MAX = 300;

    /** The link of this path; nothing, and nothing more than that, for whatever is wrong with it. */
    static Optional<Link> at(String path, Stores stores, Instant now) {
        if (!path.startsWith(PREFIX) || path.length() > PREFIX.length() + TOKEN_MAX) {
            return Optional.empty();
        }
        String token = path.substring(PREFIX.length());
        return UnsubscribeToken.read(token)
                .flatMap(claim -> stores.find(claim.store())
                        .filter(store -> claim.isSignedBy(store, token, now))
                        .map(store -> new Link(store, claim.customer(), Optional.of(claim.message()))));
    }
}
