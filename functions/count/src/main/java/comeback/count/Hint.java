package comeback.count;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.message.MessageId;
import comeback.report.Trial;
import comeback.store.StoreId;
import java.util.List;

/** That something is to be counted, anew or again. */
public sealed interface Hint {
    StoreId store();

    /** Something became of a message. */
    record Settled(StoreId store, MessageId message) implements Hint {}

    /**
     * A customer's orders changed, or they take part in something that is measured.
     *
     * @param customer where they lay then
     * @param trials in which they count otherwise now
     */
    record Sold(StoreId store, CustomerId customer, List<OrderId> orders, List<Trial> trials) implements Hint {
        /** Of somebody in whom nothing is measured. */
        public Sold(StoreId store, CustomerId customer, List<OrderId> orders) {
            this(store, customer, orders, List.of());
        }

        public Sold {
            orders = List.copyOf(orders);
            trials = List.copyOf(trials);
        }
    }
}
