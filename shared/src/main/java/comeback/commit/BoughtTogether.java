package comeback.commit;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Together;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What was bought in one order, so that a shop's own orders say what goes with what, and what is liked. */
public interface BoughtTogether {
    /** What people bought longer ago says little of what they buy today. */
    Duration KEPT_FOR = Duration.ofDays(180);

    /** So many orders at most are looked at for one question. */
    int PAGE_MAX = 500;

    /** When a day's orders are counted: an hour after midnight, because some are reported late. */
    LocalTime COUNTED_AT = LocalTime.of(1, 0);

    /** Remembers an order, and that its shop has something to count; the same order twice is once. */
    void note(StoreId store, Together order);

    /**
     * The latest orders with this product in them, newest first.
     *
     * @param productId as the storefront named it
     * @param most 1 to {@value #PAGE_MAX}
     */
    List<Together> latelyWith(StoreId store, String productId, int most);

    /**
     * The latest orders, newest first.
     *
     * @param most 1 to {@value #PAGE_MAX}
     */
    List<Together> lately(StoreId store, int most);

    /**
     * The orders that follow one, oldest first.
     *
     * @param last all of them when there is none
     * @param until only what was placed before
     * @param most 1 to {@value #PAGE_MAX}
     */
    List<Together> after(StoreId store, Optional<Bestsellers.Last> last, Instant until, int most);

    /** What is counted of a shop's orders. */
    Bestsellers bestsellers(StoreId store);

    /**
     * Saves them, if they are still those that were seen; false when they are not.
     *
     * @param next its version is the one that was seen, 0 for the first
     * @param again when to count on; none when there is nothing more to count
     */
    boolean save(StoreId store, Bestsellers next, Optional<Instant> again);

    /** The first time after this one at which a day's orders are counted. */
    static Instant countedAfter(Instant time) {
        Instant today = time.atOffset(ZoneOffset.UTC).with(COUNTED_AT).toInstant();
        return today.isAfter(time) ? today : today.plus(Duration.ofDays(1));
    }
}
