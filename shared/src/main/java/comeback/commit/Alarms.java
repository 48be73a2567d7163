package comeback.commit;

import comeback.customer.CustomerId;
import comeback.store.StoreId;
import java.time.Instant;

/** Wakes us for a customer. A hint only: it may come twice, late or never, and the sweeper makes up for it. */
public interface Alarms {
    /**
     * Sets an alarm; the same one twice is one.
     *
     * @param at a full minute in the future
     */
    void set(StoreId store, CustomerId customer, Instant at);
}
