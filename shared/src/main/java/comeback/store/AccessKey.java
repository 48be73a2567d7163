package comeback.store;

/**
 * One write key of a store.
 *
 * @param key the key as a client sends it; it is stored hashed only
 * @param keyClass what its holder may do
 */
public record AccessKey(String key, KeyClass keyClass) {
    public AccessKey {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("a key has 1 to 200 characters");
        }
    }
}
