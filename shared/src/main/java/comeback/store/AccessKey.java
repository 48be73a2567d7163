package comeback.store;

/**
 * One write key of a store.
 *
 * @param key the key as a client sends it; it is stored hashed only
 * @param keyClass what its holder may do
 */
public record AccessKey(String key, KeyClass keyClass) {
    public static final int LENGTH_MAX = 200;

    public AccessKey {
        if (key.isBlank() || key.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a key has 1 to " + LENGTH_MAX + " characters");
        }
    }
}
