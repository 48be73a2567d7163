package comeback.commit;

import comeback.store.Store;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Under which domains a store is found. */
public final class Domains {
    /** Stands for every domain that nobody has. */
    public static final String ANY = "*";

    private Domains() {}

    /** Its own, the host of its front page, and every other one for a store with secrets that names none. */
    public static Set<String> of(Store store) {
        Set<String> domains = new LinkedHashSet<>(store.webhooks().domains());
        host(store.brand().homeUrl()).ifPresent(domains::add);
        if (store.webhooks().domains().isEmpty() && store.webhooks().hasSecrets()) {
            domains.add(ANY);
        }
        return domains;
    }

    /** The host of an address, in lower case and without "www."; nothing when it is no address. */
    public static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url.strip()).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
