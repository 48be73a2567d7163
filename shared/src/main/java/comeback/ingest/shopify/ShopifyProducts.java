package comeback.ingest.shopify;

import comeback.catalogue.Line;
import comeback.catalogue.Product;
import comeback.catalogue.Report;
import comeback.catalogue.Report.VariantTold;
import comeback.catalogue.Stock;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goods and stock as Shopify writes them. A product names no currency: its prices are known from the orders and carts that
 * do, and one without a currency is not guessed.
 */
final class ShopifyProducts {
    private static final int ID_MAX = 200;
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;
    private static final int WORDS_MAX = 80;

    private ShopifyProducts() {}

    static List<Report> reports(String topic, Fields document, Links links, Instant receivedAt) {
        Instant at = Times.at(document, "updated_at")
                .filter(its -> its.isBefore(receivedAt))
                .orElse(receivedAt);
        return switch (topic) {
            case "products/create", "products/update" ->
                product(document, links, at).stream().toList();
            case "products/delete" ->
                id(document, "id").<Report>map(id -> new Report.ProductDeleted(id, receivedAt)).stream()
                        .toList();
            case "inventory_levels/update" -> level(document, at).stream().toList();
            case "variants/in_stock", "variants/out_of_stock" ->
                variant(topic, document, at).stream().toList();
            default -> List.of();
        };
    }

    private static Optional<Report> product(Fields document, Links links, Instant at) {
        Optional<String> id = id(document, "id");
        List<VariantTold> variants = variants(document, links);
        if (id.isPresent() && isHidden(document)) {
            return Optional.of(new Report.ProductDeleted(id.get(), at));
        }
        if (id.isEmpty() || variants.isEmpty()) {
            return Optional.empty();
        }
        // Links without a host lead to the shop's own front page's.
        Optional<String> url = Texts.shown(document, WORDS_MAX, "handle")
                .flatMap(handle -> links.page(Fields.of(Map.of("url", "/products/" + handle)), "url"));
        return Optional.of(new Report.ProductUpdated(
                id.get(),
                Texts.shown(document, TITLE_MAX, "title").orElse(id.get()),
                url,
                links.image(document.objectOrEmpty("image"), "src"),
                Texts.shown(document, WORDS_MAX, "product_type").stream().toList(),
                variants,
                Times.at(document, "published_at"),
                at));
    }

    /** A draft, or what is not in the online shop: nobody can buy it there. */
    private static boolean isHidden(Fields document) {
        boolean isDraft = document.asMap().get("status") instanceof String status && !status.equals("active");
        return isDraft
                || (document.asMap().containsKey("published_at")
                        && document.asMap().get("published_at") == null);
    }

    private static List<VariantTold> variants(Fields document, Links links) {
        List<VariantTold> variants = new ArrayList<>();
        List<Fields> images = objects(document, "images");
        for (Fields variant : objects(document, "variants")) {
            Optional<String> imageId = id(variant, "image_id");
            Optional<String> image = images.stream()
                    .filter(its -> imageId.isPresent() && id(its, "id").equals(imageId))
                    .flatMap(its -> links.image(its, "src").stream())
                    .findFirst();
            var currency = Prices.currency(variant, "currency").or(() -> Prices.currency(document, "currency"));
            id(variant, "id")
                    .filter(id -> variants.size() < Product.VARIANTS_MAX)
                    .map(id -> new VariantTold(
                            id,
                            names(variant),
                            Texts.shown(variant, WORDS_MAX, "title").filter(its -> !its.equals("Default Title")),
                            Optional.empty(),
                            image,
                            Prices.amount(variant, currency, Prices.PRICE_MAX, "price"),
                            Prices.amount(variant, currency, Prices.PRICE_MAX, "compare_at_price"),
                            stock(variant)))
                    .ifPresent(variants::add);
        }
        return variants;
    }

    /** A shop that does not count sells without end, and so does one that goes on selling below nought. */
    private static Optional<Stock> stock(Fields variant) {
        boolean isCounted = !variant.asMap().containsKey("inventory_management")
                || "shopify".equals(variant.asMap().get("inventory_management"));
        if (!isCounted || "continue".equals(variant.asMap().get("inventory_policy"))) {
            return Optional.of(new Stock.Unlimited());
        }
        return variant.integer("inventory_quantity").map(Stock.Units::new);
    }

    private static Set<String> names(Fields variant) {
        Set<String> names = new LinkedHashSet<>();
        Texts.id(variant, ID_MAX, "sku").ifPresent(names::add);
        id(variant, "inventory_item_id").ifPresent(names::add);
        return names;
    }

    /** Of one place only: what the shop has elsewhere is not in it. Out of stock there is not out of stock. */
    private static Optional<Report> level(Fields document, Instant at) {
        return id(document, "inventory_item_id")
                .flatMap(item -> document.integer("available")
                        .filter(count -> count > 0)
                        .map(count -> new Report.StockChanged(item, new Stock.Units(count), at)));
    }

    private static Optional<Report> variant(String topic, Fields document, Instant at) {
        int least = topic.equals("variants/in_stock") ? 1 : 0;
        int count = Math.max(least, document.integer("inventory_quantity").orElse(least));
        Stock stock = least == 0 ? Stock.none() : new Stock.Units(count);
        return id(document, "id").map(id -> new Report.StockChanged(id, stock, at));
    }

    private static Optional<String> id(Fields document, String name) {
        return Texts.id(document, ID_MAX, name);
    }

    private static List<Fields> objects(Fields document, String name) {
        return document.asMap().get(name) instanceof List<?>
                ? document.objects(name).orElse(List.of())
                : List.of();
    }
}
