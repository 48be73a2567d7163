package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Looks whether an order's sums agree. Storefronts differ in what they call by one name: tax is contained or added, and a
 * subtotal or the lines' prices are before or after the discount. A sum is wrong only when no reading makes it right.
 */
final class Sums {
    private Sums() {}

    static boolean addUp(Order order) {
        Order.Amounts amounts = order.amounts();
        if (amounts.total().isEmpty()) {
            return true;
        }
        Currency currency = amounts.total().get().currency();
        boolean isOneCurrency = Stream.concat(
                        Stream.of(amounts.subtotal(), amounts.discount(), amounts.shipping(), amounts.tax())
                                .flatMap(Optional::stream),
                        order.lines().stream().flatMap(line -> line.price().stream()))
                .allMatch(money -> money.currency().equals(currency));
        if (!isOneCurrency) {
            return false;
        }
        long pieces = order.lines().stream().mapToLong(Line::quantity).sum();
        // Each piece may be rounded by half a unit, and so may tax and discount.
        long tolerance = 1 + pieces / 2;
        return Stream.of(linesSum(order), amounts.subtotal().map(Money::minor))
                .flatMap(Optional::stream)
                .allMatch(goods -> reachesTotal(goods, amounts, tolerance));
    }

    private static boolean reachesTotal(long goods, Order.Amounts amounts, long tolerance) {
        long total = minor(amounts.total());
        long paid = goods + minor(amounts.shipping()) + minor(amounts.extras());
        long discount = Math.abs(minor(amounts.discount()));
        long tax = minor(amounts.tax());
        return LongStream.of(paid, paid - discount, paid + tax, paid - discount + tax)
                .anyMatch(sum -> Math.abs(sum - total) <= tolerance);
    }

    /** Only when every line is kept and has a price. */
    private static Optional<Long> linesSum(Order order) {
        List<Line> lines = order.lines();
        boolean isWhole = order.moreLines() == 0
                && !lines.isEmpty()
                && lines.stream().allMatch(line -> line.price().isPresent());
        return isWhole
                ? Optional.of(lines.stream()
                        .flatMap(line -> line.total().stream())
                        .mapToLong(Money::minor)
                        .sum())
                : Optional.empty();
    }

    private static long minor(Optional<Money> money) {
        return money.map(Money::minor).orElse(0L);
    }
}
