package comeback.ingest.woocommerce;

import comeback.catalogue.Line;
import comeback.catalogue.Report;
import comeback.catalogue.Report.VariantTold;
import comeback.catalogue.Stock;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goods as WooCommerce writes them. A variation comes by itself and names its parent; how many there are is all that it tells
 * us of it. A product names no currency, so it has no price here.
 */
final class WooProducts {
    private static final int ID_MAX = 200;
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;
    private static final int WORDS_MAX = 80;

    private WooProducts() {}

    static List<Report> reports(String topic, Fields document, Links links, Instant receivedAt) {
        Instant at = Times.at(document, "date_modified_gmt")
                .filter(its -> its.isBefore(receivedAt))
                .orElse(receivedAt);
        Optional<String> id = Texts.id(document, ID_MAX, "id");
        if (id.isEmpty()) {
            return List.of();
        }
        if (isHidden(document)) {
            return List.of(new Report.ProductDeleted(id.get(), at));
        }
        return switch (topic) {
            case "product.created", "product.updated", "product.restored" ->
                "variation".equals(document.asMap().get("type"))
                        ? List.of(new Report.StockChanged(id.get(), stock(document), at))
                        : List.of(product(id.get(), document, links, at));
            case "product.deleted" -> List.of(new Report.ProductDeleted(id.get(), receivedAt));
            default -> List.of();
        };
    }

    private static Report product(String id, Fields document, Links links, Instant at) {
        Optional<String> image = WooLines.objects(document, "images").stream()
                .flatMap(picture -> links.image(picture, "src").stream())
                .findFirst();
        Set<String> names = Set.copyOf(Texts.id(document, ID_MAX, "sku").filter(sku -> !sku.equals(id)).stream()
                .toList());
        VariantTold itself = new VariantTold(
                id,
                names,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stock(document)));
        return new Report.ProductUpdated(
                id,
                Texts.shown(document, TITLE_MAX, "name").orElse(id),
                links.page(document, "permalink"),
                image,
                WooLines.objects(document, "categories").stream()
                        .flatMap(category -> Texts.shown(category, WORDS_MAX, "name").stream())
                        .limit(10)
                        .toList(),
                List.of(itself),
                Times.at(document, "date_created_gmt"),
                at);
    }

    /** A draft, or what only its maker sees: nobody can buy it. */
    private static boolean isHidden(Fields document) {
        return document.asMap().get("status") instanceof String status && !status.equals("publish");
    }

    private static Stock stock(Fields document) {
        Object status = document.asMap().get("stock_status");
        if ("outofstock".equals(status)) {
            return Stock.none();
        }
        return "onbackorder".equals(status)
                ? new Stock.Unlimited()
                : document.integer("stock_quantity")
                        .<Stock>map(Stock.Units::new)
                        .orElseGet(Stock.Unlimited::new);
    }
}
