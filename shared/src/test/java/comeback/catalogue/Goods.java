package comeback.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What shops tell of their goods, for tests. */
public final class Goods {
    public static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** As most stores count the last ones. */
    public static final int FEW = 3;

    private Goods() {}

    public static Money euros(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    public static Report.VariantTold variant(String id, String price, Optional<Stock> stock) {
        return new Report.VariantTold(
                id,
                Set.of("sku-" + id),
                Optional.of("Size " + id),
                Optional.empty(),
                Optional.empty(),
                Optional.of(euros(price)),
                Optional.empty(),
                stock);
    }

    /** A mug in these sizes. */
    public static Report.ProductUpdated mug(Instant asOf, Report.VariantTold... variants) {
        return new Report.ProductUpdated(
                "mug",
                "Stoneware mug",
                Optional.of("https://shop.example/mug"),
                Optional.of("https://shop.example/mug.jpg"),
                List.of("Kitchen"),
                List.of(variants),
                Optional.empty(),
                asOf);
    }

    public static Report.ProductUpdated mug(Instant asOf, int units) {
        return mug(asOf, variant("small", "18", units(units)));
    }

    public static Optional<Stock> units(int count) {
        return Optional.of(new Stock.Units(count));
    }

    public static Line line(String productId, Optional<String> variantId, String title) {
        return new Line(
                productId, variantId, title, Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty());
    }
}
