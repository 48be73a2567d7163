package comeback.ingest.reading;

import comeback.catalogue.Money;
import comeback.customer.TaxLine;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Taxes by their rates, as shops list them. What cannot be read is left out: then the tax is told in one sum. */
public final class Taxes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Taxes() {}

    /** A list of {@code {"title": "VAT", "rate": 0.2, "price": "3.00"}}. */
    public static List<TaxLine> in(Fields document, String name, Optional<Currency> currency) {
        if (!(document.asMap().get(name) instanceof List<?>)) {
            return List.of();
        }
        List<Fields> listed = document.objects(name).orElse(List.of());
        List<TaxLine> read =
                listed.stream().flatMap(one -> line(one, currency).stream()).toList();
        return read.size() == listed.size() ? read : List.of();
    }

    private static Optional<TaxLine> line(Fields from, Optional<Currency> currency) {
        Optional<Money> amount = Prices.amount(from, currency, Prices.TOTAL_MAX, "price", "amount");
        // A rate is a part of one ("0.2"); a percentage says so ("rate_percent": 20).
        Optional<BigDecimal> percent = from.decimal("rate_percent")
                .or(() -> from.decimal("rate").map(HUNDRED::multiply))
                .filter(rate -> rate.signum() >= 0 && rate.compareTo(HUNDRED) <= 0);
        return amount.map(money -> new TaxLine(
                Texts.shown(from, TaxLine.NAME_MAX, "title", "name", "label").orElse(""), percent, money));
    }
}
