package comeback.flow;

import comeback.catalogue.Money;
import comeback.customer.Customer;
import comeback.customer.OrderState;
import comeback.store.BestCustomers;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;

/** Whether a customer is one of a store's best, by its own rule: it follows from what is known of them, and is not kept. */
public final class BestCustomer {
    private BestCustomer() {}

    /** Whether they hear first of what is back in stock: by the tier that the shop gives them, or by what they do. */
    public static boolean goesFirst(Customer customer, Store store, Instant now) {
        return store.policy().isFirst(customer.profile().loyalty().tier()) || isOne(customer, store, now);
    }

    public static boolean isOne(Customer customer, Store store, Instant now) {
        return store.policy()
                .firstInLine()
                .best()
                .filter(rule -> isStillHere(customer, now) && buysEnough(customer, rule, now))
                .isPresent();
    }

    private static boolean isStillHere(Customer customer, Instant now) {
        return customer.recentEvents()
                .seenAt()
                .filter(now.minus(BestCustomers.SEEN_WITHIN)::isBefore)
                .isPresent();
    }

    private static boolean buysEnough(Customer customer, BestCustomers rule, Instant now) {
        List<OrderState> lately = Rhythm.orders(customer).stream()
                .filter(order -> order.placedAt().isAfter(now.minus(BestCustomers.WITHIN)))
                .toList();
        return lately.size() >= rule.orders()
                && rule.spent()
                        .filter(least -> spent(lately, least) < least.minor())
                        .isEmpty();
    }

    /** What was paid in another currency, or what nobody told, is not counted. */
    private static long spent(List<OrderState> orders, Money least) {
        return orders.stream()
                .flatMap(order -> order.kept().stream())
                .filter(kept -> kept.currency().equals(least.currency()))
                .mapToLong(Money::minor)
                .sum();
    }
}
