package comeback.commit;

import comeback.catalogue.Together;
import comeback.store.StoreId;
import java.time.Duration;
import java.util.List;

/** What was bought in one order, so that a shop's own orders say what goes with what, and what is liked. */
public interface BoughtTogether {
    /** What people bought longer ago says little of what they buy today. */
    Duration KEPT_FOR = Duration.ofDays(180);

    /** So many orders at most are looked at for one question. */
    int PAGE_MAX = 500;

    /** Remembers an order; the same order twice is once. */
    void note(StoreId store, Together order);

    /**
     * The latest orders, newest first.
     *
     * @param most 1 to {@value #PAGE_MAX}
     */
    List<Together> lately(StoreId store, int most);

    /**
     * The latest orders with this product in them, newest first.
     *
     * @param productId as the storefront named it
     * @param most 1 to {@value #PAGE_MAX}
     */
    List<Together> latelyWith(StoreId store, String productId, int most);
}
