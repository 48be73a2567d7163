package comeback.catalogue;

import java.time.Instant;
import java.util.List;

/**
 * What was bought in one order.
 *
 * @param order the shop's id of it
 * @param at when it was placed
 * @param products as the storefront named them, each once; at most {@value #PRODUCTS_MAX}
 */
public record Together(String order, Instant at, List<String> products) {
    /** Who buys more things at once supplies somebody, and what they take together says nothing of taste. */
    public static final int PRODUCTS_MAX = 10;

    public Together {
        products = products.stream().distinct().limit(PRODUCTS_MAX).toList();
    }
}
