package comeback.console.pages;

import comeback.catalogue.Money;
import comeback.report.Counts;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Which of several currencies a page speaks of: the one of which there is most. */
final class Sales {
    private Sales() {}

    static Optional<Money> of(Counts counts) {
        return counts.revenue().entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(most -> new Money(most.getValue(), Currency.getInstance(most.getKey())));
    }

    /** The currency of all of a store's sales; US dollars of one that sold nothing. */
    static Currency currency(Counts counts) {
        return of(counts).map(Money::currency).orElse(Currency.getInstance("USD"));
    }

    static Money in(Currency currency, Counts counts) {
        return new Money(counts.revenue(currency), currency);
    }
}
