package comeback.catalogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product as we know it, with its variants: one item, so that a report changes all of it or nothing, and a variant that
 * left the shop leaves with it.
 *
 * @param id the shop's
 * @param version how often it was saved; 0 is never
 * @param title as shown
 * @param url of its page
 * @param imageUrl of its picture
 * @param categories where it belongs, nearest first
 * @param variants at least one, at most {@value #VARIANTS_MAX}
 * @param isSold false once the shop took it away: it is remembered, so that an older report does not bring it back
 * @param firstAsOf when it was reported for the first time
 * @param asOf when what we know was true, stock apart, which is counted more often
 */
public record Product(
        String id,
        long version,
        String title,
        Optional<String> url,
        Optional<String> imageUrl,
        List<String> categories,
        List<Variant> variants,
        boolean isSold,
        Instant firstAsOf,
        Instant asOf) {
    /** A product is one item of the table; with more choices than this it would be slow to read and dear to write. */
    public static final int VARIANTS_MAX = 250;

    /** What is counted for the first time does not run low, however few there are. */
    private static final int NO_FEW = 0;

    public Product {
        categories = List.copyOf(categories);
        variants = List.copyOf(variants);
        if (variants.isEmpty() || variants.size() > VARIANTS_MAX) {
            throw new IllegalArgumentException("a product has 1 to " + VARIANTS_MAX + " variants");
        }
    }

    /** A product that we hear of for the first time. */
    public static Product first(Report.ProductUpdated report) {
        List<Variant> variants = report.variants().stream()
                .map(told -> told(Optional.empty(), told, report.asOf(), NO_FEW))
                .toList();
        return of(report, 0, report.asOf(), variants);
    }

    /**
     * What we know after this report; the same when something newer is known.
     *
     * @param few so many are the last of them, says the store
     */
    public Product after(Report.ProductUpdated report, int few) {
        if (report.asOf().isBefore(asOf)) {
            return this;
        }
        List<Variant> next = report.variants().stream()
                .map(told -> told(withId(told.id()), told, report.asOf(), few))
                .toList();
        return of(report, version, firstAsOf, next);
    }

    /** What we know after this report; the same when something newer is known. */
    public Product after(Report.ProductDeleted report) {
        return report.asOf().isBefore(asOf)
                ? this
                : new Product(id, version, title, url, imageUrl, categories, variants, false, firstAsOf, report.asOf());
    }

    /**
     * What we know after this report; the same when it is about none of these variants or something newer is known.
     *
     * @param few so many are the last of them, says the store
     */
    public Product after(Report.StockChanged report, int few) {
        Optional<Variant> about = counted(report.variant());
        List<Variant> next = variants.stream()
                .map(variant ->
                        about.equals(Optional.of(variant)) && !report.asOf().isBefore(variant.stockAsOf())
                                ? variant.with(report.stock(), report.asOf(), few)
                                : variant)
                .toList();
        return new Product(id, version, title, url, imageUrl, categories, next, isSold, firstAsOf, asOf);
    }

    /** The variant of that id, or else of that other name. */
    public Optional<Variant> variant(String name) {
        return withId(name)
                .or(() -> variants.stream()
                        .filter(variant -> variant.isCalled(name))
                        .findFirst());
    }

    /** Whether a report of stock under this name is about one of these variants. */
    public boolean counts(String name) {
        return counted(name).isPresent();
    }

    /** Every name by which this product may be asked for, its own id apart. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Variant variant : variants) {
            names.add(variant.id());
            names.addAll(variant.names());
        }
        names.remove(id);
        return names;
    }

    public Product withVersion(long changed) {
        return new Product(id, changed, title, url, imageUrl, categories, variants, isSold, firstAsOf, asOf);
    }

    private Optional<Variant> withId(String variantId) {
        return variants.stream()
                .filter(variant -> variant.id().equals(variantId))
                .findFirst();
    }

    /** A shop that sells one variant of a product may count the product itself. */
    private Optional<Variant> counted(String name) {
        return variant(name)
                .or(() ->
                        variants.size() == 1 && id.equals(name) ? Optional.of(variants.getFirst()) : Optional.empty());
    }

    private static Product of(Report.ProductUpdated report, long version, Instant firstAsOf, List<Variant> variants) {
        return new Product(
                report.id(),
                version,
                report.title(),
                report.url(),
                report.imageUrl(),
                report.categories(),
                variants,
                true,
                firstAsOf,
                report.asOf());
    }

    private static Variant told(Optional<Variant> known, Report.VariantTold told, Instant asOf, int few) {
        PriceHistory before = known.map(Variant::prices).orElse(PriceHistory.NONE);
        Optional<Stock> counted = told.stock()
                .filter(stock ->
                        known.filter(its -> asOf.isBefore(its.stockAsOf())).isEmpty());
        Stock stock = counted.or(() -> known.map(Variant::stock)).orElse(new Stock.Unknown());
        Instant stockAsOf =
                counted.isPresent() ? asOf : known.map(Variant::stockAsOf).orElse(Instant.EPOCH);
        return new Variant(
                told.id(),
                told.names(),
                told.title(),
                told.url(),
                told.imageUrl(),
                told.price(),
                told.compareAt(),
                stock,
                stockAsOf,
                told.price().map(price -> before.with(asOf, price)).orElse(before),
                Variant.fewSince(known, stock, stockAsOf, few));
    }
}
