package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import java.util.List;

/** Finds the orders that a decision changes for whoever counts what was sold. */
final class Sold {
    private Sold() {}

    /**
     * Those that count otherwise than before.
     *
     * @param isJoined whether two turned out to be one person: then a letter to the one may have brought the other's orders
     */
    static List<OrderId> between(Customer seen, Customer next, boolean isJoined) {
        return next.shopping().orders().stream()
                .filter(OrderState::isSeen)
                .filter(order -> isJoined
                        || seen.shopping()
                                .order(order.id())
                                .filter(before -> countsAs(before, order))
                                .isEmpty())
                .map(OrderState::id)
                .toList();
    }

    private static boolean countsAs(OrderState before, OrderState order) {
        return before.isSeen()
                && before.placedAt().equals(order.placedAt())
                && before.isUndone() == order.isUndone()
                && before.kept().equals(order.kept());
    }
}
