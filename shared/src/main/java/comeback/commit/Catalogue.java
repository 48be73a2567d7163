package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Offer;
import comeback.catalogue.Product;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a shop sells, as it told us. */
public interface Catalogue {
    /** As many as one batch read takes. */
    int BATCH_MAX = 100;

    /**
     * The products of these ids, as they are now; those that nobody reported are missing.
     *
     * @param ids at most {@value #BATCH_MAX}
     */
    Map<String, Product> find(StoreId store, Set<String> ids);

    /**
     * Which products these names lead to: ids of variants, SKUs, inventory items. Names that nobody reported are missing.
     *
     * @param names at most {@value #BATCH_MAX}
     */
    Map<String, String> productsNamed(StoreId store, Set<String> names);

    /**
     * Saves a product, if it is still the one that was seen; false when it is not.
     *
     * @param next its version is the one that was seen, 0 for a new one
     * @param newNames names of variants that do not lead to it yet
     */
    boolean save(StoreId store, Product next, Set<String> newNames);

    /**
     * When the shop began to tell of its goods.
     *
     * @param now which is when, if it never did before
     */
    Instant openedAt(StoreId store, Instant now);

    /** Lists what is new in the shop; the same twice is once. It leaves by itself when it is new no more. */
    void came(StoreId store, Newcomer newcomer);

    /**
     * What came into the shop, newest first.
     *
     * @param from since then
     * @param until up to then: what comes later can not be bought yet
     * @param most 1 to {@value Newcomer#LISTED_MAX}
     */
    List<Newcomer> newcomers(StoreId store, Instant from, Instant until, int most);

    default Optional<Product> find(StoreId store, String id) {
        return Optional.ofNullable(find(store, Set.of(id)).get(id));
    }

    /**
     * What is known of these lines: one batch read, and two more only for lines that name a product by something else than
     * its id. A line that the catalogue does not know is missing.
     *
     * @param lines at most {@value #BATCH_MAX} / 2
     */
    default Map<Line, Offer> offers(StoreId store, Collection<Line> lines) {
        Set<String> ids = new HashSet<>();
        lines.forEach(line -> ids.add(line.productId()));
        Map<String, Product> products = new HashMap<>(find(store, ids));
        Set<String> names = new HashSet<>();
        lines.stream().filter(line -> !products.containsKey(line.productId())).forEach(line -> {
            names.add(line.productId());
            line.variantId().ifPresent(names::add);
        });
        Map<String, String> leads = productsNamed(store, names);
        products.putAll(find(store, Set.copyOf(leads.values())));
        Map<Line, Offer> offers = new HashMap<>();
        for (Line line : lines) {
            List<String> places = line.variantId().isEmpty()
                    ? List.of(line.productId())
                    : List.of(line.productId(), line.variantId().get());
            Optional<Product> product = Optional.ofNullable(products.get(line.productId()))
                    .or(() -> places.stream()
                            .filter(leads::containsKey)
                            .map(leads::get)
                            .filter(products::containsKey)
                            .map(products::get)
                            .findFirst());
            product.ifPresent(found -> offers.put(line, Offer.of(found, line.productId(), line.variantId())));
        }
        return offers;
    }
}
