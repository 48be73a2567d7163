package comeback.link;

import comeback.customer.CustomerId;
import comeback.message.MessageId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secret part of an unsubscribe link: {@code store.customer.message.signature}. Who has it may stop marketing to that
 * customer and nothing else; nobody can make one for somebody else.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param message which letter
 */
public record UnsubscribeToken(StoreId store, CustomerId customer, MessageId message) {

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        return String.join(".", store.value(), customer.value(), message.value(), signature(secret));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<UnsubscribeToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UnsubscribeToken(
                    new StoreId(parts.get(0)), new CustomerId(parts.get(1)), new MessageId(parts.get(2))));
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
        return Signature.of(secret, "unsubscribe", store.value(), customer.value(), message.value());
    }
}
