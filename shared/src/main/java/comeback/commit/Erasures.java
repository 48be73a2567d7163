package comeback.commit;

import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.OrderId;
import comeback.store.StoreId;
import java.time.Instant;
import java.util.List;

/** Takes everything of a person away. What it took away once it takes away again, and nobody notices. */
public interface Erasures {
    /** So many lines of a timeline are taken away at a time, with what they name. */
    int PAGE = 100;

    /**
     * Puts what stays where the customer lies, if they are still as it saw them; false when they are not. It stands among what
     * is to be looked after, for the time of its second look.
     */
    boolean bury(StoreId store, Forgotten stone);

    /**
     * Takes away a page of what is filed at a place: lines of the timeline, the messages and orders that they name, and
     * requests to be told of stock, here and on their lists.
     *
     * @return false when nothing was there
     */
    boolean clear(StoreId store, CustomerId place);

    /** Takes these orders away. */
    void clear(StoreId store, List<OrderId> orders);

    /** Nothing is left, so not even where it lay; false when somebody else was faster. */
    boolean finish(StoreId store, Forgotten seen, Instant at);
}
