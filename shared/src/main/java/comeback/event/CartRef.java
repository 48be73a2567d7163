package comeback.event;

import java.util.Optional;
import java.util.Set;

/**
 * How a storefront names a cart.
 *
 * @param tokens "cart:…", "checkout:…", "order:…": any of them closes it when an order carries it too; may be empty
 * @param url leads back to it
 */
public record CartRef(Set<String> tokens, Optional<String> url) {
    public static final CartRef UNNAMED = new CartRef(Set.of(), Optional.empty());

    public CartRef {
        tokens = Set.copyOf(tokens);
    }
}
