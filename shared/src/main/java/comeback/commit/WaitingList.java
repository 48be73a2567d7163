package comeback.commit;

import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.util.List;
import java.util.Set;

/** Who waits for what. */
public interface WaitingList {
    /** One person waits for so many things at most: who asks for more is no shopper. */
    int REQUESTS_MAX = 10;

    /**
     * Puts somebody on the list. Who is on it already keeps their place and waits longer.
     *
     * @param max how many requests they may have then; false when they would have more, and nothing is changed
     */
    boolean ask(StoreId store, Wanted wanted, Waiter waiter, int max);

    /** Takes somebody off the list. */
    void forget(StoreId store, Wanted wanted, CustomerId customer);

    /**
     * Those who have waited longest; never an older state.
     *
     * @param limit at most this many
     */
    List<Waiter> first(StoreId store, Wanted wanted, int limit);

    /**
     * Takes these off the list.
     *
     * @param waiters a page of them, as read
     */
    void told(StoreId store, Wanted wanted, List<Waiter> waiters);

    /** The variants of a product that somebody has ever waited for. */
    Set<String> watched(StoreId store, String productId);
}
