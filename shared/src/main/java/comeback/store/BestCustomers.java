package comeback.store;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/**
 * Whom a store counts among its best customers: who bought so often, and for so much, within a year, and is still here.
 *
 * @param orders so many at least, 1 to {@value #ORDERS_MAX}; what was cancelled or paid back counts for nothing
 * @param spent so much at least in these, net of what went back; absent when only the number counts
 */
public record BestCustomers(int orders, Optional<Money> spent) {
    /** No customer is remembered with more. */
    public static final int ORDERS_MAX = 20;

    /** Orders of longer ago say nothing of today. */
    public static final Duration WITHIN = Duration.ofDays(365);

    /** Who gave no sign of themselves for so long is not thanked for being here. */
    public static final Duration SEEN_WITHIN = Duration.ofDays(60);

    public BestCustomers {
        if (orders < 1 || orders > ORDERS_MAX) {
            throw new IllegalArgumentException("1 to " + ORDERS_MAX + " orders, not " + orders);
        }
        if (spent.filter(money -> money.minor() <= 0).isPresent()) {
            throw new IllegalArgumentException("more than nothing must be spent");
        }
    }

    /** "300 USD", as files have it. */
    public static Money money(String words) {
        String[] parts = words.strip().split(" +", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(words);
        }
        return Money.of(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
    }

    /** The amount, as files have it. */
    public Optional<String> spentInWords() {
        return spent.map(
                money -> money.amount().toPlainString() + " " + money.currency().getCurrencyCode());
    }
}
