package comeback.customer;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an order is of, in a few characters: enough to see that it was changed, or that the same was ordered twice.
 *
 * @param goods stands for what was bought and how many; "" when that is not known
 * @param destination stands for where it goes; "" when that is not known
 * @param total what is paid, when the shop said it
 */
public record Contents(String goods, String destination, Optional<Money> total) {
    private static final int PRINT_LENGTH = 8;
    static final Contents UNKNOWN = new Contents("", "", Optional.empty());

    /** Any order that is the same on every machine will do; it is asked only when two reports are of one moment. */
    static final Comparator<Contents> ANY_ORDER = Comparator.comparing((Contents contents) -> contents.goods)
            .thenComparing(contents -> contents.destination)
            .thenComparing(contents -> contents.total
                    .map(money -> money.minor() + money.currency().getCurrencyCode())
                    .orElse(""));

    static Contents of(Order order) {
        return new Contents(
                order.lines().isEmpty() ? "" : print(goods(order)),
                order.shippingAddress()
                        .map(address -> print(String.join("\n", address.lines())))
                        .orElse(""),
                order.amounts().total());
    }

    /** In whatever order, and in however many lines, they are listed. */
    private static String goods(Order order) {
        return order.lines().stream()
                        .collect(Collectors.groupingBy(
                                line -> line.productId() + "\n"
                                        + line.variantId().orElse(""),
                                Collectors.summingLong(Line::quantity)))
                        .entrySet()
                        .stream()
                        .map(line -> line.getKey() + "\n" + line.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + "\n" + order.moreLines();
    }

    private static String print(String text) {
        return Fingerprint.of("contents", text).substring(0, PRINT_LENGTH);
    }

    /** Whether both are of the same goods, as far as that is known. */
    public boolean isOfSameGoods(Contents other) {
        return !goods.isEmpty() && goods.equals(other.goods);
    }

    /** Whether both are known and differ. */
    public static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
