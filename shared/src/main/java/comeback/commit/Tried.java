package comeback.commit;

import comeback.customer.Customer;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Started;
import comeback.report.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is measured of flows in which a decision counts: one began, or somebody bought after it did. */
final class Tried {
    private Tried() {}

    /**
     * Those in which the customer is to be counted, anew or again.
     *
     * @param isJoined whether two turned out to be one person
     */
    static List<Trial> between(Customer seen, Customer next, boolean isJoined) {
        if (next.started().stream().allMatch(start -> start.lots().isEmpty())) {
            return List.of();
        }
        Set<Started> before = new HashSet<>(seen.started());
        List<OrderId> sold = Sold.between(seen, next, isJoined);
        List<OrderState> orders = Stream.of(seen, next)
                .flatMap(customer -> customer.shopping().orders().stream())
                .filter(order -> sold.contains(order.id()))
                .toList();
        return next.started().stream()
                .filter(start -> !start.lots().isEmpty())
                .filter(start -> isJoined
                        || !before.contains(start)
                        || orders.stream().anyMatch(order -> start.isFollowedBy(order.placedAt())))
                .flatMap(start -> start.lots().stream().map(lot -> new Trial(start.flow(), lot.trial())))
                .distinct()
                .toList();
    }
}
