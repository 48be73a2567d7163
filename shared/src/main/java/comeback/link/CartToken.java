package comeback.link;

import comeback.customer.CustomerId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secret part of a link by which somebody takes their cart back into the shop. It names the cart and holds nothing of it: what
 * is in it is looked up then, so a cart that was emptied or bought since stays so.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param cart its id
 */
public record CartToken(StoreId store, CustomerId customer, String cart) {
    private static final int PARTS = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "k";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        return String.join(".", KIND, store.value(), customer.value(), cart, signature(secret));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<CartToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CartToken(new StoreId(parts.get(1)), new CustomerId(parts.get(2)), parts.get(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String token, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), token);
    }

    private String signature(String secret) {
        return Signature.of(secret, "restore-cart", store.value(), customer.value(), cart);
    }
}
