package comeback.table;

import static comeback.table.PieceMapper.need;

import comeback.catalogue.Money;
import comeback.catalogue.PriceHistory;
import comeback.catalogue.Product;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.json.Tree;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A product with its variants to the JSON text in its item, and back. Its id and version are the item's own. */
final class ProductMapper {
    private static final int FORMAT = 1;
    private static final String UNLIMITED = "unlimited";

    private ProductMapper() {}

    static String write(Product product) {
        return Json.print(new Tree()
                .with("format", FORMAT)
                .with("title", product.title())
                .with("url", product.url())
                .with("image", product.imageUrl())
                .with("categories", product.categories())
                .with("sold", product.isSold())
                .with("first", product.firstAsOf().toString())
                .with("asOf", product.asOf().toString())
                .with(
                        "variants",
                        product.variants().stream().map(ProductMapper::write).toList())
                .toMap());
    }

    static Product read(String id, long version, String text) {
        Fields from = Fields.of(Json.parseOwn(text));
        if (!from.integer("format").equals(Optional.of(FORMAT))) {
            throw new IllegalStateException("product " + id + " is stored in a format that this version cannot read");
        }
        return new Product(
                id,
                version,
                from.text("title").orElse(""),
                from.text("url"),
                from.text("image"),
                from.texts("categories"),
                from.objects("variants").orElse(List.of()).stream()
                        .map(ProductMapper::variant)
                        .toList(),
                from.truth("sold").orElse(true),
                need(from.instant("first"), "when a product was told first"),
                need(from.instant("asOf"), "the time of a product"));
    }

    private static Map<String, Object> write(Variant variant) {
        return new Tree()
                .with("id", variant.id())
                .with("names", variant.names().stream().sorted().toList())
                .with("title", variant.title())
                .with("url", variant.url())
                .with("image", variant.imageUrl())
                .with("price", variant.price().map(PieceMapper::write))
                .with("compareAt", variant.compareAt().map(PieceMapper::write))
                .with("stock", write(variant.stock()))
                .with("stockAsOf", variant.stockAsOf().toString())
                .with("fewSince", variant.fewSince())
                .with(
                        "prices",
                        variant.prices().points().stream()
                                .map(ProductMapper::write)
                                .toList())
                .toMap();
    }

    private static Variant variant(Fields from) {
        return new Variant(
                need(from.text("id"), "a variant's id"),
                Set.copyOf(from.texts("names")),
                from.text("title"),
                from.text("url"),
                from.text("image"),
                PieceMapper.money(from, "price"),
                PieceMapper.money(from, "compareAt"),
                from.text("stock").map(ProductMapper::stock).orElse(new Stock.Unknown()),
                need(from.instant("stockAsOf"), "when a variant was counted"),
                new PriceHistory(
                        from.texts("prices").stream().map(ProductMapper::point).toList()),
                from.instant("fewSince"));
    }

    private static Optional<String> write(Stock stock) {
        return switch (stock) {
            case Stock.Unknown unknown -> Optional.empty();
            case Stock.Unlimited unlimited -> Optional.of(UNLIMITED);
            case Stock.Units(int count) -> Optional.of(Integer.toString(count));
        };
    }

    private static Stock stock(String text) {
        return text.equals(UNLIMITED) ? new Stock.Unlimited() : new Stock.Units(Integer.parseInt(text));
    }

    /** "1772442000 1290 USD": the second it began and the price, short because there may be thousands. */
    private static String write(PriceHistory.Point point) {
        return point.since().getEpochSecond() + " " + PieceMapper.write(point.price());
    }

    private static PriceHistory.Point point(String text) {
        List<String> parts = List.of(text.split(" ", 3));
        return new PriceHistory.Point(
                Instant.ofEpochSecond(Long.parseLong(parts.get(0))),
                new Money(Long.parseLong(parts.get(1)), Currency.getInstance(parts.get(2))));
    }
}
