package comeback.count;

import comeback.customer.CustomerId;
import comeback.customer.OrderId;
import comeback.message.MessageId;
import comeback.store.StoreId;
import java.util.List;

/** That something is to be counted, anew or again. */
public sealed interface Hint {
    StoreId store();

    /** Something became of a message. */
    record Settled(StoreId store, MessageId message) implements Hint {}

    /**
     * A customer's orders changed.
     *
     * @param customer where they lay then
     */
    record Sold(StoreId store, CustomerId customer, List<OrderId> orders) implements Hint {
        public Sold {
            orders = List.copyOf(orders);
        }
    }
}
