package comeback.ingest.products;

import comeback.catalogue.Money;
import comeback.catalogue.Product;
import comeback.catalogue.Stock;
import comeback.catalogue.Variant;
import comeback.json.Tree;
import java.time.Instant;
import java.util.Map;

/** A product as {@code GET /v1/products/{id}} shows it. */
public final class ProductJson {
    private ProductJson() {}

    /**
     * What we know.
     *
     * @param now for the lowest price of the 30 days before
     */
    public static Map<String, Object> of(Product product, Instant now) {
        return new Tree()
                .with("id", product.id())
                .with("title", product.title())
                .with("url", product.url())
                .with("image", product.imageUrl())
                .with("categories", product.categories())
                .with("sold", product.isSold())
                .with("firstAsOf", product.firstAsOf().toString())
                .with("asOf", product.asOf().toString())
                .with(
                        "variants",
                        product.variants().stream()
                                .map(variant -> of(variant, now))
                                .toList())
                .toMap();
    }

    private static Map<String, Object> of(Variant variant, Instant now) {
        return new Tree()
                .with("id", variant.id())
                .with("names", variant.names().stream().sorted().toList())
                .with("title", variant.title())
                .with("url", variant.url())
                .with("image", variant.imageUrl())
                .with("currency", variant.price().map(price -> price.currency().getCurrencyCode()))
                .with("price", variant.price().map(ProductJson::amount))
                .with("compareAtPrice", variant.compareAt().map(ProductJson::amount))
                .with("lowestPriceIn30Days", variant.prices().lowestBefore(now).map(ProductJson::amount))
                .with("stock", of(variant.stock()))
                .toMap();
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static Object of(Stock stock) {
        return switch (stock) {
            case Stock.Unknown unknown -> "unknown";
            case Stock.Unlimited unlimited -> "unlimited";
            case Stock.Units(int count) -> count;
        };
    }
}
