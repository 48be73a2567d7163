package comeback.commit;

import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Load, compare, commit: what becomes of a shop's reports about its goods, by whatever protocol they came. */
public final class Stocktaking {
    /** Ten writers of one product in a row are a storm; its sender repeats. */
    private static final int TRIES_MAX = 10;

    private final Catalogue catalogue;
    private final StockWatch watch;
    private final InstantSource clock;

    public Stocktaking(Catalogue catalogue, StockWatch watch, InstantSource clock) {
        this.catalogue = catalogue;
        this.watch = watch;
        this.clock = clock;
    }

    /** What became of a report. */
    public sealed interface Outcome {
        /**
         * It is known now.
         *
         * @param product afterwards
         */
        record Kept(Product product) implements Outcome {}

        /**
         * Something newer was known already.
         *
         * @param product as it stays
         */
        record Older(Product product) implements Outcome {}

        /** It is about something that nobody has reported yet, so there is nothing to keep it with. */
        record NotKnown() implements Outcome {}
    }

    public Optional<Product> find(StoreId store, String productId) {
        return catalogue.find(store, productId);
    }

    /**
     * Takes in what a shop told. The same report twice is once.
     *
     * @throws RuntimeException when it could not be stored: then the sender is to repeat it
     */
    public Outcome told(Store shop, Report report) {
        StoreId store = shop.id();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Product> seen = find(store, report);
            Optional<Product> next = after(seen, report, shop.policy().fewLeft());
            if (next.isEmpty()) {
                return new Outcome.NotKnown();
            }
            if (next.equals(seen)) {
                return isTold(next.get(), report) ? kept(store, next.get()) : new Outcome.Older(next.get());
            }
            if (seen.isEmpty() && report instanceof Report.ProductUpdated first) {
                // Before the product: who falls between the two is told of it again, and for the first time again.
                listIfNew(store, first);
            }
            Set<String> names = new HashSet<>(next.get().names());
            seen.ifPresent(product -> names.removeAll(product.names()));
            if (catalogue.save(store, next.get(), names)) {
                return kept(store, next.get());
            }
        }
        throw new IllegalStateException(
                "could not keep what store " + store + " told of a product: too many writers at once");
    }

    private void listIfNew(StoreId store, Report.ProductUpdated first) {
        Instant now = clock.instant();
        Newcomer.of(first, catalogue.openedAt(store, now), now).ifPresent(newcomer -> catalogue.came(store, newcomer));
    }

    private Outcome.Kept kept(StoreId store, Product product) {
        watch.told(store, product);
        return new Outcome.Kept(product);
    }

    private Optional<Product> find(StoreId store, Report report) {
        return switch (report) {
            case Report.ProductUpdated told -> catalogue.find(store, told.id());
            case Report.ProductDeleted told -> catalogue.find(store, told.id());
            case Report.StockChanged told ->
                catalogue
                        .find(store, told.variant())
                        .or(() -> Optional.ofNullable(catalogue
                                        .productsNamed(store, Set.of(told.variant()))
                                        .get(told.variant()))
                                .flatMap(id -> catalogue.find(store, id)));
        };
    }

    private static Optional<Product> after(Optional<Product> seen, Report report, int few) {
        return switch (report) {
            case Report.ProductUpdated told ->
                Optional.of(seen.map(product -> product.after(told, few)).orElseGet(() -> Product.first(told)));
            case Report.ProductDeleted told -> seen.map(product -> product.after(told));
            case Report.StockChanged told ->
                seen.filter(product -> product.counts(told.variant())).map(product -> product.after(told, few));
        };
    }

    /** Whether nothing changed because just this was known already. */
    private static boolean isTold(Product product, Report report) {
        return switch (report) {
            case Report.ProductUpdated told -> !told.asOf().isBefore(product.asOf());
            case Report.ProductDeleted told -> !told.asOf().isBefore(product.asOf());
            case Report.StockChanged told ->
                product.variant(told.variant())
                        .filter(variant -> told.asOf().isBefore(variant.stockAsOf()))
                        .isEmpty();
        };
    }
}
