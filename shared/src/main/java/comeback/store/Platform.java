package comeback.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A shop system that tells us of everything by itself, in documents that it signs. */
public enum Platform {
    SHOPIFY,
    WOOCOMMERCE,
    SALEOR;

    /** As it stands in addresses and settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Platform> of(String word) {
        return Arrays.stream(values())
                .filter(platform -> platform.word().equals(word))
                .findFirst();
    }
}
