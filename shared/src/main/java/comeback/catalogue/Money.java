package comeback.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount.
 *
 * @param minor in the currency's smallest unit: cents for USD, won for KRW
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) {
    /** Reads "12.90" as 1290 cents; digits beyond the currency's own are rounded half up. */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(
                amount.setScale(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact(), currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money times(int count) {
        return new Money(Math.multiplyExact(minor, (long) count), currency);
    }

    /** In the currency's main unit, with its own number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }
}
