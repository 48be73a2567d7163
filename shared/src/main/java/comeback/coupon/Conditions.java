package comeback.coupon;

import comeback.catalogue.Money;
import java.util.Optional;
import java.util.Set;

/**
 * What a basket must be for a coupon to be used on it.
 *
 * @param minimum all of the basket together costs so much at least
 * @param products one of these is in it (ids of products or variants); empty when any will do
 * @param categories or something of one of these; empty when any will do
 * @param isAlone no other coupon is used with it
 */
public record Conditions(Optional<Money> minimum, Set<String> products, Set<String> categories, boolean isAlone) {
    /** Any basket, but no other coupon. */
    public static final Conditions USUAL = new Conditions(Optional.empty(), Set.of(), Set.of(), true);

    /** More than this is a segment of the catalogue, and wants a category. */
    public static final int NAMES_MAX = 50;

    public Conditions {
        products = Set.copyOf(products);
        categories = Set.copyOf(categories);
        if (products.size() > NAMES_MAX || categories.size() > NAMES_MAX) {
            throw new IllegalArgumentException("at most " + NAMES_MAX + " products and " + NAMES_MAX + " categories");
        }
    }

    /** Whether it is for some things only. */
    public boolean isForSome() {
        return !products.isEmpty() || !categories.isEmpty();
    }
}
