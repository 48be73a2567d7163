package comeback.condition;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import java.util.List;
import java.util.Optional;

/** What conditions ask about the lines of a cart or an order. */
final class Goods {
    private Goods() {}

    static int pieces(List<Line> lines) {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** By the shop's id of the product or of the variant. */
    static boolean contain(List<Line> lines, String id) {
        return lines.stream()
                .anyMatch(
                        line -> line.productId().equals(id) || line.variantId().equals(Optional.of(id)));
    }

    /** All prices together; nothing when one is not known, or when there are two currencies. */
    static Optional<Money> value(List<Line> lines) {
        Optional<Money> sum = Optional.empty();
        for (Line line : lines) {
            Optional<Money> total = line.total();
            if (total.isEmpty()
                    || sum.filter(money -> !money.currency().equals(total.get().currency()))
                            .isPresent()) {
                return Optional.empty();
            }
            sum = sum.map(money -> money.plus(total.get())).or(() -> total);
        }
        return sum;
    }
}
