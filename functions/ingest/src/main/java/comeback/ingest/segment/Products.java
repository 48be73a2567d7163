package comeback.ingest.segment;

import comeback.catalogue.Line;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Products of carts, orders and parcels. */
final class Products {
    /** A cart with more pieces of one thing is a mistake or an attack. */
    private static final int QUANTITY_MAX = 9_999;

    private static final int ID_MAX = 200;
    private static final int VARIANT_MAX = 80;

    /** Cut by the line itself, with a mark; this only keeps a book from being carried there. */
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;

    private Products() {}

    /** The list "products", if there is one. What has a quantity of nought is no longer in it. */
    static Optional<List<Line>> listed(Fields properties, Links links) {
        var currency = Prices.currency(properties, "currency");
        return properties.objects("products").map(products -> {
            var lines = new ArrayList<Line>();
            for (Fields product : products) {
                int quantity = quantity(product, 0);
                line(product, currency, links, quantity).ifPresent(lines::add);
            }
            return lines;
        });
    }

    /** The one product that these properties are about. */
    static Optional<Line> only(Fields properties, Links links) {
        return line(properties, Prices.currency(properties, "currency"), links, quantity(properties, 1));
    }

    /** The id of the one product that these properties are about; that there is none is noted. */
    static Optional<String> id(Fields product) {
        return Texts.requiredId(product, ID_MAX, "product_id", "productId", "sku", "variant_id", "id");
    }

    private static Optional<Line> line(Fields product, Optional<Currency> currency, Links links, int quantity) {
        var own = Prices.currency(product, "currency").or(() -> currency);
        var price = Prices.amount(product, own, Prices.PRICE_MAX, "price");
        var id = id(product);
        var variantId =
                Texts.id(product, ID_MAX, "variant_id", "variantId", "sku").filter(its -> !id.equals(Optional.of(its)));
        if (id.isEmpty() || quantity == 0) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                id.get(),
                variantId,
                Texts.shown(product, TITLE_MAX, "name", "title", "product_name").orElse(id.get()),
                Texts.shown(product, VARIANT_MAX, "variant", "variant_title"),
                links.page(product, "url", "product_url"),
                links.image(product, "image_url", "imageUrl", "image"),
                quantity,
                price));
    }

    private static int quantity(Fields product, int least) {
        int quantity = product.integer("quantity").orElse(1);
        if (quantity < least || quantity > QUANTITY_MAX) {
            product.refuse("quantity", "expected a whole number from " + least + " to " + QUANTITY_MAX);
            return 0;
        }
        return quantity;
    }
}
