package comeback.coupon;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Cart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is about to be bought, as far as a coupon asks.
 *
 * @param pieces one for each line
 * @param value of all of it; empty when a price is not known or currencies differ
 */
public record Basket(List<Piece> pieces, Optional<Money> value) {
    public Basket {
        pieces = List.copyOf(pieces);
    }

    /**
     * One line.
     *
     * @param ids of product and variant
     * @param categories that it is known to be in
     */
    public record Piece(Set<String> ids, Set<String> categories) {
        public Piece {
            ids = Set.copyOf(ids);
            categories = Set.copyOf(categories);
        }
    }

    /**
     * A cart as it lies there, with what its shop says about its goods.
     *
     * @param categories of those lines of which they are known
     */
    public static Basket of(Cart cart, Map<Line, List<String>> categories) {
        return new Basket(
                cart.lines().stream()
                        .map(line -> new Piece(ids(line), Set.copyOf(categories.getOrDefault(line, List.of()))))
                        .toList(),
                of(cart).value());
    }

    /** A cart as it lies there. What its storefront did not list costs something too, so then the value is not known. */
    public static Basket of(Cart cart) {
        return new Basket(
                cart.lines().stream()
                        .map(line -> new Piece(ids(line), Set.of()))
                        .toList(),
                cart.moreLines() > 0 ? Optional.empty() : cart.value());
    }

    private static Set<String> ids(Line line) {
        return Stream.concat(Stream.of(line.productId()), line.variantId().stream())
                .collect(java.util.stream.Collectors.toSet());
    }
}
