package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That somebody who may be advertised to saw a product, so that they can be told when it costs less or runs low. Of who did
 * not agree to that nothing is remembered.
 *
 * @param productId as the storefront names it
 * @param variantId the same, when one was chosen
 * @param price that they saw, when the storefront said it
 * @param at when
 * @param how they saw it
 */
public record Seen(String productId, Optional<String> variantId, Optional<Money> price, Instant at, How how) {
    /** How somebody sees a product. */
    public enum How {
        LOOKED,
        IN_CART,
        WISHED,
        /** It is on their wish list no more. */
        WISHED_NO_MORE
    }

    public static Seen of(Line line, Instant at, How how) {
        return new Seen(line.productId(), line.variantId(), line.price(), at, how);
    }

    /** What they saw since; the same product at the same price counts once a day. */
    public static List<Seen> between(Customer before, Customer next) {
        if (!isTold(next)) {
            return List.of();
        }
        List<Seen> known = isTold(before) ? all(before) : List.of();
        return all(next).stream()
                .filter(seen -> known.stream().noneMatch(seen::isKnownBy))
                .toList();
    }

    /** Whether they agreed to hear of such things, and can. */
    public static boolean isTold(Customer customer) {
        return customer.consent() instanceof Consent.Given
                && customer.identity().email().isPresent();
    }

    private static List<Seen> all(Customer customer) {
        List<Seen> all = new ArrayList<>();
        customer.shopping().viewed().forEach(view -> all.add(of(view.line(), view.lastAt(), How.LOOKED)));
        customer.shopping()
                .cart()
                .ifPresent(cart -> cart.lines().forEach(line -> all.add(of(line, cart.lastActivityAt(), How.IN_CART))));
        return all;
    }

    /** A cart is touched often, and its lines have no times of their own. */
    private boolean isKnownBy(Seen other) {
        boolean isSame = how == other.how
                && productId.equals(other.productId)
                && variantId.equals(other.variantId)
                && price.equals(other.price);
        return isSame
                && (how == How.IN_CART
                        || at.truncatedTo(ChronoUnit.DAYS).equals(other.at.truncatedTo(ChronoUnit.DAYS)));
    }
}
