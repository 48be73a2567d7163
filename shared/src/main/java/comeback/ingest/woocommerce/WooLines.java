package comeback.ingest.woocommerce;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.ingest.reading.Links;
import comeback.ingest.reading.Prices;
import comeback.ingest.reading.Texts;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Lines and sums of WooCommerce's orders. Lines are without tax; where the shop shows prices with it, so do letters. */
final class WooLines {
    private static final int ID_MAX = 200;
    private static final int VARIANT_MAX = 80;
    private static final int TITLE_MAX = 4 * Line.TITLE_MAX;

    private WooLines() {}

    static List<Line> in(Fields document, Optional<Currency> currency, Links links) {
        boolean hasTax = Boolean.TRUE.equals(document.asMap().get("prices_include_tax"));
        List<Line> lines = new ArrayList<>();
        for (Fields line : objects(document, "line_items")) {
            one(line, currency, hasTax, links).ifPresent(lines::add);
        }
        return lines;
    }

    static Order.Amounts amounts(Fields document, Optional<Currency> currency) {
        boolean hasTax = Boolean.TRUE.equals(document.asMap().get("prices_include_tax"));
        return new Order.Amounts(
                Optional.empty(),
                sum(document, currency, "discount_total", hasTax ? "discount_tax" : ""),
                sum(document, currency, "shipping_total", hasTax ? "shipping_tax" : ""),
                amount(document, currency, "total_tax"),
                amount(document, currency, "total"),
                fees(document, currency));
    }

    static List<Fields> objects(Fields document, String name) {
        return document.asMap().get(name) instanceof List<?>
                ? document.objects(name).orElse(List.of())
                : List.of();
    }

    private static Optional<Line> one(Fields line, Optional<Currency> currency, boolean hasTax, Links links) {
        int quantity = line.integer("quantity").orElse(1);
        if (quantity < 1 || quantity > Line.QUANTITY_MAX) {
            return Optional.empty();
        }
        Fields image = line.objectOrEmpty("image");
        Optional<String> variation = Texts.id(line, ID_MAX, "variation_id").filter(id -> !id.equals("0"));
        return Texts.id(line, ID_MAX, "product_id", "sku", "id")
                .map(id -> new Line(
                        id,
                        variation,
                        Texts.shown(line, TITLE_MAX, "parent_name", "name").orElse(id),
                        variant(line),
                        links.page(line, "permalink"),
                        links.image(image, "src"),
                        quantity,
                        price(line, quantity, currency, hasTax)));
    }

    /** What the shopper chose: "Sand / Large". */
    private static Optional<String> variant(Fields line) {
        List<String> chosen = new ArrayList<>();
        for (Fields meta : objects(line, "meta_data")) {
            boolean isHidden = String.valueOf(meta.asMap().get("key")).startsWith("_");
            if (!isHidden && meta.asMap().get("display_value") instanceof String) {
                Texts.shown(meta, VARIANT_MAX, "display_value").ifPresent(chosen::add);
            }
        }
        return Optional.of(Texts.clean(String.join(" / ", chosen), VARIANT_MAX)).filter(text -> !text.isEmpty());
    }

    /** Of one piece, before the discount: the sums below tell the discount. */
    private static Optional<Money> price(Fields line, int quantity, Optional<Currency> currency, boolean hasTax) {
        BigDecimal tax = hasTax ? line.decimal("subtotal_tax").orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
        return currency.flatMap(unit -> line.decimal("subtotal")
                .map(sum -> sum.add(tax).divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64))
                .filter(each -> each.signum() >= 0 && each.compareTo(Prices.PRICE_MAX) <= 0)
                .map(each -> Money.of(each, unit)));
    }

    private static Optional<Money> fees(Fields document, Optional<Currency> currency) {
        BigDecimal sum = objects(document, "fee_lines").stream()
                .flatMap(fee -> fee.decimal("total").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 || sum.abs().compareTo(Prices.TOTAL_MAX) > 0
                ? Optional.empty()
                : currency.map(unit -> Money.of(sum, unit));
    }

    private static Optional<Money> sum(Fields document, Optional<Currency> currency, String name, String taxName) {
        Optional<Money> tax = amount(document, currency, taxName);
        return amount(document, currency, name)
                .map(money -> tax.map(money::plus).orElse(money));
    }

    private static Optional<Money> amount(Fields document, Optional<Currency> currency, String name) {
        return Prices.amount(document, currency, Prices.TOTAL_MAX, name);
    }
}
