package comeback.ingest.shopify;

import comeback.catalogue.Line;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Lines of Shopify's carts, checkouts, orders and parcels. They have neither picture nor page. */
final class ShopifyLines {
    private static final int ID_MAX = 200;
    private static final int VARIANT_MAX = 80;
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;

    private ShopifyLines() {}

    static List<Line> in(Fields document, String name, Optional<Currency> currency, Links links) {
        if (!(document.asMap().get(name) instanceof List<?>)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (Fields line : document.objects(name).orElse(List.of())) {
            one(line, line.integer("quantity").orElse(1), currency, links).ifPresent(lines::add);
        }
        return lines;
    }

    /** A line with so many pieces; nothing when none are left of it, or when it does not say of what it is. */
    static Optional<Line> one(Fields line, int quantity, Optional<Currency> currency, Links links) {
        if (quantity < 1 || quantity > Line.QUANTITY_MAX) {
            return Optional.empty();
        }
        Optional<String> variantId = Texts.id(line, ID_MAX, "variant_id", "sku");
        // What is sold without being a product (a tip, an engraving) has no id but its own line's, or its title.
        return Texts.id(line, ID_MAX, "product_id", "variant_id", "sku", "id")
                .or(() -> Texts.shown(line, ID_MAX, "title", "name"))
                .map(id -> new Line(
                        id,
                        variantId.filter(its -> !its.equals(id)),
                        Texts.shown(line, TITLE_MAX, "presentment_title", "title", "name")
                                .orElse(id),
                        Texts.shown(line, VARIANT_MAX, "presentment_variant_title", "variant_title")
                                // A product without variants has one of this name.
                                .filter(title -> !title.equals("Default Title")),
                        links.page(line, "url"),
                        links.image(line, "image_url"),
                        quantity,
                        Prices.amount(line, currency, Prices.PRICE_MAX, "price", "variant_price")));
    }
}
