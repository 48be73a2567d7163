package comeback.ingest.saleor;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.ingest.reading.Addresses;
import comeback.ingest.reading.Emails;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.ingest.reading.Times;
import comeback.json.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Orders as Saleor writes them into its notifications: gross amounts, and lines with names of their own. */
final class SaleorOrders {
    private static final int ID_MAX = 200;
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;
    private static final int WORDS_MAX = 60;
    private static final int VARIANT_MAX = 80;

    private SaleorOrders() {}

    static Optional<OrderId> id(Fields order) {
        return Texts.id(order, OrderId.MAX - 10, "id", "token").map(OrderId::new);
    }

    static Set<String> tokens(Fields order) {
        return Set.copyOf(Texts.token(order, WORDS_MAX, "checkout_token").map(token -> "checkout:" + token).stream()
                .toList());
    }

    static Order order(OrderId id, Fields order, Instant receivedAt, Links links) {
        Optional<Currency> currency = Prices.currency(order, "currency");
        Instant placedAt =
                Times.at(order, "created").filter(at -> at.isBefore(receivedAt)).orElse(receivedAt);
        return new Order(
                id,
                Texts.shown(order, WORDS_MAX, "number")
                        .map(number -> "#" + number)
                        .orElse(id.value()),
                placedAt,
                "unconfirmed".equalsIgnoreCase(String.valueOf(order.asMap().get("status")))
                        ? Order.Payment.PENDING
                        : Order.Payment.PAID,
                lines(order, "lines", currency, links),
                0,
                new Order.Amounts(
                        amount(order, currency, "subtotal_gross_amount"),
                        amount(order, currency, "discount_amount"),
                        amount(order, currency, "shipping_price_gross_amount"),
                        amount(order, currency, "tax_amount"),
                        amount(order, currency, "total_gross_amount")),
                Texts.shown(order, WORDS_MAX, "voucher_code").stream().toList(),
                Emails.in(order, "email"),
                Texts.shown(order.objectOrEmpty("shipping_address"), WORDS_MAX, "phone"),
                Addresses.at(order, "shipping_address"),
                Addresses.at(order, "billing_address"),
                links.page(order, "order_details_url"));
    }

    static List<Line> lines(Fields fields, String name, Optional<Currency> currency, Links links) {
        List<Line> lines = new ArrayList<>();
        if (fields.asMap().get(name) instanceof List<?>) {
            for (Fields entry : fields.objects(name).orElse(List.of())) {
                // In a parcel the order's line lies within the parcel's.
                Fields line = entry.object("order_line").orElse(entry);
                int quantity = entry.integer("quantity").orElse(1);
                if (quantity >= 1 && quantity <= Line.QUANTITY_MAX) {
                    line(line, quantity, currency, links).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private static Optional<Line> line(Fields line, int quantity, Optional<Currency> currency, Links links) {
        Fields product = line.objectOrEmpty("product");
        Optional<String> variantId = Texts.id(line, ID_MAX, "product_variant_id", "product_sku");
        return Texts.id(product, ID_MAX, "id")
                .or(() -> variantId)
                .or(() -> Texts.id(line, ID_MAX, "id"))
                .map(id -> new Line(
                        id,
                        variantId.filter(its -> !its.equals(id)),
                        Texts.shown(line, TITLE_MAX, "translated_product_name", "product_name")
                                .orElse(id),
                        Texts.shown(line, VARIANT_MAX, "translated_variant_name", "variant_name"),
                        links.page(product, "url"),
                        links.image(product.objectOrEmpty("first_image"), "original", "url"),
                        quantity,
                        Prices.amount(line, currency, Prices.PRICE_MAX, "unit_price_gross_amount")));
    }

    private static Optional<Money> amount(Fields order, Optional<Currency> currency, String name) {
        return Prices.amount(order, currency, Prices.TOTAL_MAX, name);
    }
}
