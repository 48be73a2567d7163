package comeback.link;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.store.Store;
import comeback.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret part of a link by which somebody looks at an order without a login: {@code v.store.customer.order.signature}. Who
 * has it may see that one order and change nothing; nobody can make one for another order.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param order which
 */
public record OrderToken(StoreId store, CustomerId customer, OrderId order) {
    /** 128 bits: not to be guessed, and the link stays short. */
    private static final int SIGNATURE_BYTES = 16;

    private static final int PARTS = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "v";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return String.join(
                ".", KIND, store.value(), customer.value(), packed(order.value()), signature(signer.linkSecret()));
    }

    /** Reads a token without believing it: {@link #isSignedBy} tells whether it is genuine. */
    public static Optional<OrderToken> read(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS || !parts.getFirst().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrderToken(
                    new StoreId(parts.get(1)), new CustomerId(parts.get(2)), new OrderId(unpacked(parts.get(3)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this store signed this token; takes as long for a wrong one as for a right one. */
    public boolean isSignedBy(Store signer, String token) {
        return signer.id().equals(store)
                && MessageDigest.isEqual(
                        signedBy(signer).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String packed(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String unpacked(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            // The purpose is signed too, so a token for one thing never opens another.
            String claim = String.join("|", "view-order", "v1", store.value(), customer.value(), packed(order.value()));
            byte[] full = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
