package comeback.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a shop tells of its goods. No customer is involved, so it is no event of somebody's timeline. */
public sealed interface Report {
    /** The canonical name, as other events have one. */
    String name();

    /** When it was true. Reports come late and out of order; an older one never overwrites a newer. */
    Instant asOf();

    /**
     * A product as it is now, whole: a variant that is not listed is no longer sold.
     *
     * @param id the shop's
     * @param title as shown
     * @param url of its page
     * @param imageUrl of its picture; one that mail programs can show
     * @param categories where it belongs, nearest first
     * @param variants at least one
     * @param onSaleSince when it came into the shop, if the shop says
     * @param asOf when it was so
     */
    record ProductUpdated(
            String id,
            String title,
            Optional<String> url,
            Optional<String> imageUrl,
            List<String> categories,
            List<VariantTold> variants,
            Optional<Instant> onSaleSince,
            Instant asOf)
            implements Report {
        public ProductUpdated {
            categories = List.copyOf(categories);
            variants = List.copyOf(variants);
            if (variants.isEmpty() || variants.size() > Product.VARIANTS_MAX) {
                throw new IllegalArgumentException("a product has 1 to " + Product.VARIANTS_MAX + " variants");
            }
        }

        @Override
        public String name() {
            return "Product Updated";
        }
    }

    /**
     * A product is no longer sold.
     *
     * @param id the shop's
     * @param asOf when it was taken away
     */
    record ProductDeleted(String id, Instant asOf) implements Report {
        @Override
        public String name() {
            return "Product Deleted";
        }
    }

    /**
     * A variant was counted.
     *
     * @param variant by its id, or by any other name it has: SKU, inventory item; or a product that has one variant
     * @param stock how many there are
     * @param asOf when they were counted
     */
    record StockChanged(String variant, Stock stock, Instant asOf) implements Report {
        @Override
        public String name() {
            return "Stock Changed";
        }
    }

    /**
     * A variant as it was told with its product.
     *
     * @param id the shop's
     * @param names what else the shop calls it
     * @param title the choice as shown
     * @param url of its own page
     * @param imageUrl of its own picture
     * @param price of one
     * @param compareAt a higher price that the shop shows crossed out
     * @param stock absent when the report does not tell it: then what was known stays
     */
    record VariantTold(
            String id,
            Set<String> names,
            Optional<String> title,
            Optional<String> url,
            Optional<String> imageUrl,
            Optional<Money> price,
            Optional<Money> compareAt,
            Optional<Stock> stock) {
        public VariantTold {
            names = Set.copyOf(names);
        }
    }
}
