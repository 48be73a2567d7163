package comeback.catalogue;

import java.time.Instant;
import java.util.Optional;

/**
 * How somebody saw a product: looked at, or kept for later.
 *
 * @param variantId the shop's, when one was chosen
 * @param price that they saw; absent when the storefront did not say
 * @param isInCart whether they put it into their cart then
 * @param isWished whether it is on their wish list
 */
public record Sight(Optional<String> variantId, Optional<Money> price, boolean isInCart, boolean isWished) {
    /** The price that they saw, else what it cost then. */
    public Optional<Money> priceAt(Offer offer, Instant at) {
        return price.or(
                () -> offer.variant().flatMap(variant -> variant.prices().at(at)));
    }
}
