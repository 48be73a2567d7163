package comeback.ingest.products;

import comeback.catalogue.Stock;
import comeback.json.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/** Stock as shops write it: a number, "unlimited", "unknown", or only whether there is any. */
final class Stocks {
    /** Larger ones are a way to say "unlimited". */
    private static final int COUNT_MAX = 1_000_000;

    private Stocks() {}

    /** Absent when the object does not tell it. */
    static Optional<Stock> in(Fields fields) {
        return switch (fields.asMap().get("stock")) {
            case null -> fields.truth("inStock").map(is -> is ? new Stock.Unlimited() : Stock.none());
            case String text when text.equals("unlimited") -> Optional.of(new Stock.Unlimited());
            case String text when text.equals("unknown") -> Optional.of(new Stock.Unknown());
            default ->
                fields.decimal("stock").flatMap(count -> {
                    if (count.stripTrailingZeros().scale() > 0) {
                        fields.refuse("stock", "expected a whole number, \"unlimited\" or \"unknown\"");
                        return Optional.empty();
                    }
                    return Optional.of(
                            count.compareTo(BigDecimal.valueOf(COUNT_MAX)) > 0
                                    ? new Stock.Unlimited()
                                    : new Stock.Units(count.max(BigDecimal.ZERO).intValueExact()));
                });
        };
    }
}
