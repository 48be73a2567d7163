package comeback.coupon;

import comeback.message.MessageId;
import comeback.store.Store;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a shopper types at the checkout. Shoppers write it small or large; here it is large.
 *
 * @param value 3 to 40 of A-Z, 0-9, ".", "_" and "-"
 */
public record CouponCode(String value) {
    /** What a code may look like, for who wrote one that does not. */
    public static final String EXPECTED = "3 to 40 of A-Z, 0-9, \".\", \"_\" and \"-\"";

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9._-]{3,40}");

    /** No vowels, so that no code spells a word; no 0, 1, 5 and the letters that look like them. */
    private static final String ALPHABET = "BCDFGHJKLMNPQRTVWXZ2346789";

    /** 56 bits in three groups: not to be guessed, and still to be typed. */
    private static final int LENGTH = 12;

    private static final int GROUP = 4;

    public CouponCode {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a coupon code is " + EXPECTED);
        }
    }

    /** The code that this text is, if it is one. */
    public static Optional<CouponCode> read(String text) {
        try {
            return Optional.of(new CouponCode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The one code of a message. It is computed, so that the letter can be written before the message is claimed, and a
     * second attempt gives the same code; and it is keyed with the secret that the store had then, so that nobody can compute
     * another's.
     *
     * @param bornAt when the message was decided
     */
    public static CouponCode mintedFor(Store store, MessageId message, Instant bornAt) {
        String claim = String.join("|", "coupon", "v1", store.id().value(), message.value());
        BigInteger rest = new BigInteger(1, keyed(store.links().at(bornAt), claim));
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            BigInteger[] divided = rest.divideAndRemainder(base);
            code.append(ALPHABET.charAt(divided[1].intValue()));
            rest = divided[0];
        }
        return new CouponCode(code.toString());
    }

    private static byte[] keyed(String secret, String claim) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(claim.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
