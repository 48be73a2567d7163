package comeback.link;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The secret part of a link by which somebody says how they find what they bought: {@code
 * r.store.customer.order.signature}. Who has it may give stars to what is in that one order; nobody can make one for
 * another order.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param order which
 */
public record RatingToken(StoreId store, CustomerId customer, OrderId order) {

    private static final int PARTS = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "r";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return signedWith(signer.linkSecret());
    }

    private String signedWith(String secret) {
        return String.join(".", KIND, store.value(), customer.value(), packed(order.value()), signature(secret));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<RatingToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RatingToken(
                    new StoreId(parts.get(1)), new CustomerId(parts.get(2)), new OrderId(unpacked(parts.get(3)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token, now or with a former secret that is still good. */
    public boolean isSignedBy(Store signer, String token, Instant now) {
        return signer.id().equals(store)
                && Signature.isOneOf(signer.links().valid(now).map(this::signedWith), token);
    }

    private static String packed(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String unpacked(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private String signature(String secret) {
        return Signature.of(secret, "rate-order", store.value(), customer.value(), packed(order.value()));
    }
}
