package comeback.ingest.reading;

import comeback.catalogue.Money;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Money as storefronts write it: numbers or texts, and a currency in any case that may stand elsewhere. */
public final class Prices {
    /** Of one piece. Times the largest quantity and the longest order it still fits in a long of minor units. */
    public static final BigDecimal PRICE_MAX = BigDecimal.TEN.pow(10);

    /** Of a whole order, in any currency. */
    public static final BigDecimal TOTAL_MAX = BigDecimal.TEN.pow(12);

    private Prices() {}

    /** The currency that is named here, in whatever case. */
    public static Optional<Currency> currency(Fields fields, String... names) {
        String name = Texts.named(fields, names);
        return fields.text(name).flatMap(code -> {
            var currency = known(code.strip().toUpperCase(Locale.ROOT));
            if (currency.isEmpty()) {
                fields.refuse(name, "expected an ISO 4217 currency like USD");
            }
            return currency;
        });
    }

    /** An amount; without a currency there is none, because a letter must not guess it. */
    public static Optional<Money> amount(Fields fields, Optional<Currency> currency, BigDecimal max, String... names) {
        String name = Texts.named(fields, names);
        return fields.decimal(name).flatMap(number -> {
            if (number.abs().compareTo(max) > 0) {
                fields.refuse(name, "number out of range");
                return Optional.empty();
            }
            return currency.map(unit -> Money.of(number, unit));
        });
    }

    private static Optional<Currency> known(String code) {
        try {
            var currency = Currency.getInstance(code);
            // Gold, testing codes and units of account have no or four decimals; nobody pays in a shop with them.
            int digits = currency.getDefaultFractionDigits();
            return digits >= 0 && digits <= 3 ? Optional.of(currency) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
