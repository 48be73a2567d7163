package comeback.link;

import comeback.customer.CustomerId;
import comeback.message.MessageId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The secret part of a link by which somebody answers a question: {@code q.store.customer.message.signature}. Who has it may
 * answer for that customer; nobody can make one for somebody else.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param message which letter asked
 */
public record SurveyToken(StoreId store, CustomerId customer, MessageId message) {
    private static final int PARTS = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "q";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        String signature = Signature.of(secret, "survey", store.value(), customer.value(), message.value());
        return String.join(".", KIND, store.value(), customer.value(), message.value(), signature);
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<SurveyToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SurveyToken(
                    new StoreId(parts.get(1)), new CustomerId(parts.get(2)), new MessageId(parts.get(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String token, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), token);
    }
}
