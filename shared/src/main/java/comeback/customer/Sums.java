package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.util.Currency;
import java.util.Optional;

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
        long pieces = 0;
        for (Line line : order.lines()) {
            if (!isIn(currency, line.price())) {
                return false;
            }
            pieces += line.quantity();
        }
        if (!isIn(currency, amounts.subtotal())
                || !isIn(currency, amounts.discount())
                || !isIn(currency, amounts.shipping())
                || !isIn(currency, amounts.tax())) {
            return false;
        }
        // Each piece may be rounded by half a unit, and so may tax and discount.
        long tolerance = 1 + pieces / 2;
        return (!hasAllPrices(order) || reachesTotal(linesSum(order), amounts, tolerance))
                && (amounts.subtotal().isEmpty() || reachesTotal(minor(amounts.subtotal()), amounts, tolerance));
    }

    private static boolean isIn(Currency currency, Optional<Money> money) {
        return money.isEmpty() || money.get().currency().equals(currency);
    }

    private static boolean reachesTotal(long goods, Order.Amounts amounts, long tolerance) {
        long total = minor(amounts.total());
        long paid = goods + minor(amounts.shipping()) + minor(amounts.extras());
        long discount = Math.abs(minor(amounts.discount()));
        long tax = minor(amounts.tax());
        for (long sum : new long[] {paid, paid - discount, paid + tax, paid - discount + tax}) {
            if (Math.abs(sum - total) <= tolerance) {
                return true;
            }
        }
        return false;
    }

    /** Only then, and when every line is kept, their sum says something. */
    private static boolean hasAllPrices(Order order) {
        for (Line line : order.lines()) {
            if (line.price().isEmpty()) {
                return false;
            }
        }
        return order.moreLines() == 0 && !order.lines().isEmpty();
    }

    private static long linesSum(Order order) {
        long sum = 0;
        for (Line line : order.lines()) {
            sum += minor(line.total());
        }
        return sum;
    }

    private static long minor(Optional<Money> money) {
        return money.map(Money::minor).orElse(0L);
    }
}
