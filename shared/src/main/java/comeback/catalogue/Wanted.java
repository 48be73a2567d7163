package comeback.catalogue;

import java.util.Optional;

/**
 * What somebody waits for.
 *
 * @param productId the shop's
 * @param variantId the shop's; the product's own when no choice was named: then any variant of it will do
 */
public record Wanted(String productId, String variantId) {
    /** As a storefront named it, when the catalogue knows no better. */
    public static Wanted of(Line line) {
        return new Wanted(line.productId(), line.variantId().orElse(line.productId()));
    }

    /** The variant, when one was named. */
    public Optional<String> variant() {
        return variantId.equals(productId) ? Optional.empty() : Optional.of(variantId);
    }
}
