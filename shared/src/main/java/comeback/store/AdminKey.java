package comeback.store;

import java.util.Arrays;
import java.util.List;

/**
 * Opens the settings of every store of a deployment.
 *
 * @param hashes of the keys that do; two let it be changed without a gap, and without any nobody gets in
 */
public record AdminKey(List<KeyHash> hashes) {
    public AdminKey {
        hashes = List.copyOf(hashes);
    }

    /**
     * As a deployment has it.
     *
     * @param hashes SHA-256 of each key in hexadecimal digits, with commas between them; or nothing
     * @throws IllegalArgumentException when it is something else
     */
    public static AdminKey of(String hashes) {
        return new AdminKey(Arrays.stream(hashes.split(","))
                .map(String::strip)
                .filter(hash -> !hash.isEmpty())
                .map(KeyHash::new)
                .toList());
    }

    /** Each is looked at, however early one fits. */
    public boolean isOpenedBy(String key) {
        boolean opens = false;
        for (KeyHash hash : hashes) {
            opens |= hash.isOf(key);
        }
        return opens;
    }
}
