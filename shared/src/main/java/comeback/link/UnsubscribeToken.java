package comeback.link;

import comeback.customer.CustomerId;
import comeback.message.MessageId;
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
 * The secret part of an unsubscribe link: {@code store.customer.message.signature}. Who has it may stop marketing to that
 * customer and nothing else; nobody can make one for somebody else.
 *
 * @param store whose letter it was
 * @param customer who got it
 * @param message which letter
 */
public record UnsubscribeToken(StoreId store, CustomerId customer, MessageId message) {
    /** 128 bits: not to be guessed, and the link stays short. */
    private static final int SIGNATURE_BYTES = 16;

    /** The token as it stands in a link; letters, digits, ".", "-" and "_" only. */
    public String signedBy(Store signer) {
        return String.join(".", store.value(), customer.value(), message.value(), signature(signer.linkSecret()));
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
            String claim = String.join("|", "unsubscribe", "v1", store.value(), customer.value(), message.value());
            byte[] full = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
