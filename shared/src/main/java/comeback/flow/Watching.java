package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Seen;
import comeback.event.BrowsingEvent;
import comeback.event.StoreEvent;
import java.util.ArrayList;
import java.util.List;

/** What a decision leaves to be remembered of the goods that a customer saw. */
public final class Watching {
    private Watching() {}

    /** Nothing of who did not agree to hear of such things. */
    public static List<Seen> seen(Customer before, Customer next, Input input) {
        List<Seen> seen = new ArrayList<>(Seen.between(before, next));
        if (input instanceof Input.Happened(StoreEvent report) && Seen.isTold(next)) {
            if (report.event() instanceof BrowsingEvent.ProductAddedToWishlist wished) {
                seen.add(Seen.of(wished.line(), report.occurredAt(), Seen.How.WISHED));
            }
            if (report.event() instanceof BrowsingEvent.ProductRemovedFromWishlist wished) {
                seen.add(Seen.of(wished.line(), report.occurredAt(), Seen.How.WISHED_NO_MORE));
            }
        }
        return List.copyOf(seen);
    }
}
