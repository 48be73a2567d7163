package comeback.flow;

import comeback.customer.Customer;
import comeback.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A flow that a night will begin for somebody, as far as can be told today: whatever they do before then changes it.
 *
 * @param flow its name
 * @param mode "live", "shadow", "canary 10%": whether what it decides is sent
 * @param at when it is due
 * @param isHeld whether it does not begin, because it was due already when the customer came in with an import
 */
public record Upcoming(String flow, String mode, Instant at, boolean isHeld) {
    /** All of a customer, in the order of the flows' names. */
    public static List<Upcoming> of(Customer customer, Store store, Flows flows, Instant now) {
        return new Reviews(customer, store, flows, now)
                .known().stream()
                        .filter(due -> due.refusal(
                                        asked(customer, store, due.at().isBefore(now) ? now : due.at()))
                                .isEmpty())
                        .map(due -> new Upcoming(
                                due.flow().name(),
                                Withheld.mode(store, due.flow()).words(),
                                due.at(),
                                due.isHeld()))
                        .toList();
    }

    private static Condition.Asked asked(Customer customer, Store store, Instant at) {
        return new Condition.Asked(customer, Optional.empty(), store, Optional.empty(), at);
    }
}
