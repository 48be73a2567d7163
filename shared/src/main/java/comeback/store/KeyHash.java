package comeback.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is kept of a key: enough to know it again, not enough to use it. A plain hash is safe because a key is made by a
 * machine and cannot be guessed.
 *
 * @param hex SHA-256 of the key, 64 hexadecimal digits
 */
public record KeyHash(String hex) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final int ID_LENGTH = 12;

    public KeyHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a key's hash is 64 hexadecimal digits");
        }
    }

    public static KeyHash of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Names a key among its store's without telling it: the first 12 digits. */
    public String id() {
        return hex.substring(0, ID_LENGTH);
    }

    /** Whether it is the hash of this key, in a time that does not depend on where they differ. */
    public boolean isOf(String key) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), of(key).hex().getBytes(StandardCharsets.US_ASCII));
    }
}
