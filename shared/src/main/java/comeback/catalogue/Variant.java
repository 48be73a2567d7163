package comeback.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is really bought: one size, colour or packing of a product. A product without choices has one variant with the
 * product's own id.
 *
 * @param id the shop's
 * @param names what else the shop calls it: SKU, bar code, inventory item
 * @param title the choice as shown: "M / navy"
 * @param url of its own page
 * @param imageUrl of its own picture
 * @param price of one
 * @param compareAt a higher price that the shop shows crossed out
 * @param stock how many there are
 * @param stockAsOf when the shop counted them
 * @param prices what it has cost lately, the present price among them
 * @param fewSince when there came to be only a few of it, by the store's count of few, while that is so: what was sold out and
 *     is back does not run low
 */
public record Variant(
        String id,
        Set<String> names,
        Optional<String> title,
        Optional<String> url,
        Optional<String> imageUrl,
        Optional<Money> price,
        Optional<Money> compareAt,
        Stock stock,
        Instant stockAsOf,
        PriceHistory prices,
        Optional<Instant> fewSince) {
    public Variant {
        names = Set.copyOf(names);
    }

    public boolean isCalled(String name) {
        return id.equals(name) || names.contains(name);
    }

    Variant with(Stock counted, Instant asOf, int few) {
        return new Variant(
                id,
                names,
                title,
                url,
                imageUrl,
                price,
                compareAt,
                counted,
                asOf,
                prices,
                fewSince(Optional.of(this), counted, asOf, few));
    }

    /** Since when there are few or fewer, after it was counted then. */
    static Optional<Instant> fewSince(Optional<Variant> known, Stock counted, Instant asOf, int few) {
        boolean areFew = counted.isBelow(few + 1) && !counted.isOut();
        boolean wereMany = known.map(Variant::stock)
                .filter(stock -> stock.isAtLeast(few + 1))
                .isPresent();
        if (areFew && wereMany) {
            return Optional.of(asOf);
        }
        return areFew ? known.flatMap(Variant::fewSince) : Optional.empty();
    }
}
