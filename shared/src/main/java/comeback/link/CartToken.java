package comeback.link;

import comeback.customer.CustomerId;
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
 * The secret part of a link by which somebody takes their cart back into the shop. It names the cart and holds nothing of it: what
 * is in it is looked up then, so a cart that was emptied or bought since stays so.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param cart its id
 */
public record CartToken(StoreId store, CustomerId customer, String cart) {
    private static final int SIGNATURE_BYTES = 16;
    private static final int PARTS = 5;

    /** Tells it from other links' tokens. */
    private static final String KIND = "k";

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return String.join(".", KIND, store.value(), customer.value(), cart, signature(signer.linkSecret()));
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

    /** Whether this store signed this token; takes as long for a wrong one as for a right one. */
    public boolean isSignedBy(Store signer, String token) {
        return signer.id().equals(store)
                && MessageDigest.isEqual(
                        signedBy(signer).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            // The purpose is signed too, so a token for one thing never opens another.
            String claim = String.join("|", "restore-cart", "v1", store.value(), customer.value(), cart);
            byte[] full = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
