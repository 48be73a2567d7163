package comeback.link;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What makes a link a store's own: half of an HMAC-SHA256 over what the link says, which nobody guesses. */
final class Signature {
    private static final int BYTES = 16;

    private Signature() {}

    /**
     * Signs.
     *
     * @param purpose is signed too, so a token for one thing never opens another
     * @param claims what the token says, in its order
     */
    static String of(String secret, String purpose, String... claims) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String claim = purpose + "|v1|" + String.join("|", claims);
            byte[] full = mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** Whether it is one of the right ones; takes as long for a wrong token as for a right one. */
    static boolean isOneOf(Stream<String> right, String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        // No short cut: it would tell which secret signed.
        return right.map(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), given))
                .reduce(false, Boolean::logicalOr);
    }
}
