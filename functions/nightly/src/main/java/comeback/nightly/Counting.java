package comeback.nightly;

import comeback.catalogue.Bestsellers;
import comeback.catalogue.Together;
import comeback.commit.BoughtTogether;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Counts what a shop sold since it was counted last. How far it got and what it found are one write, on condition that nobody
 * else has counted meanwhile: so who stops anywhere has either counted a page or not, and no order counts twice.
 */
final class Counting {
    /** A page a call: a shop with more than 48,000 orders a day would fall behind. */
    private static final int PAGE = BoughtTogether.PAGE_MAX;

    /** An order that is reported later than this is not counted: whether something sells well does not hang on it. */
    private static final Duration REPORTED_WITHIN = Duration.ofHours(1);

    private final BoughtTogether together;
    private final InstantSource clock;

    Counting(BoughtTogether together, InstantSource clock) {
        this.together = together;
        this.clock = clock;
    }

    void count(StoreId store) {
        Instant now = clock.instant();
        Bestsellers seen = together.bestsellers(store);
        List<Together> orders = together.after(store, seen.counted(), now.minus(REPORTED_WITHIN), PAGE);
        // Whoever loses this race has nothing to add: the other has counted the same orders.
        together.save(store, seen.after(orders), again(store, seen, orders, now));
    }

    /** When to go on; a shop that sells nothing leaves the queue, until it sells something. */
    private Optional<Instant> again(StoreId store, Bestsellers seen, List<Together> orders, Instant now) {
        if (orders.size() == PAGE) {
            return Optional.of(now);
        }
        boolean sellsNothing = orders.isEmpty()
                && together.after(store, seen.counted(), now.plus(BoughtTogether.KEPT_FOR), 1)
                        .isEmpty();
        return sellsNothing ? Optional.empty() : Optional.of(BoughtTogether.countedAfter(now));
    }
}
