package comeback.nightly;

import comeback.commit.CustomerDecisions;
import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import comeback.commit.Stores;
import comeback.wiring.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks at every customer whose time has come, and at every shop that has orders to count, a page at a time. Whoever was
 * looked at leaves the queue, because their next time lies ahead: so the queue itself says how far we are, whoever stops in
 * the middle is followed by the next call, and doing it twice finds nobody. Who is not due is not read.
 */
final class Reviewing {
    /** A customer takes a few calls; with less time left the next call goes on. */
    static final Duration TIME_NEEDED = Surroundings.CALL_WITHIN.multipliedBy(2);

    private static final int PAGE = 100;

    /** A call ends; what it leaves is the next one's. */
    private static final int PAGES_MAX = 200;

    private final Stores stores;
    private final CustomerDecisions decisions;
    private final Counting counting;
    private final DueItems dueItems;
    private final InstantSource clock;

    Reviewing(Stores stores, CustomerDecisions decisions, Counting counting, DueItems dueItems, InstantSource clock) {
        this.stores = stores;
        this.decisions = decisions;
        this.counting = counting;
        this.dueItems = dueItems;
        this.clock = clock;
    }

    /**
     * What a call found.
     *
     * @param customers looked at
     * @param isDone whether nobody who is due was left to the next call
     * @param failures one for each who could not be looked at
     */
    record Reviewed(int customers, boolean isDone, List<RuntimeException> failures) {}

    Reviewed review(BooleanSupplier hasTime) {
        int customers = 0;
        List<RuntimeException> failures = new ArrayList<>();
        Instant now = clock.instant();
        boolean isDone = true;
        for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
            int failedBefore = failures.size();
            boolean isPartDone = false;
            for (int page = 0; page < PAGES_MAX && !isPartDone; page++) {
                List<DueItem> items = dueItems.before(Queue.REVIEWS, partition, now, PAGE);
                for (DueItem item : items) {
                    if (!hasTime.getAsBoolean()) {
                        return new Reviewed(customers, false, failures);
                    }
                    lookAt(item).ifPresent(failures::add);
                    customers += item instanceof DueItem.OfCustomer ? 1 : 0;
                }
                // Who fails stays where they are, and would only be read again.
                isPartDone = items.size() < PAGE || failures.size() > failedBefore;
            }
            isDone &= isPartDone;
        }
        return new Reviewed(customers, isDone && failures.isEmpty(), failures);
    }

    /** Why they could not be looked at; the others get their chance. */
    private Optional<RuntimeException> lookAt(DueItem item) {
        try {
            switch (item) {
                case DueItem.OfCustomer due ->
                    stores.find(due.store()).ifPresent(store -> decisions.woke(store, due.id()));
                case DueItem.OfBestsellers due -> counting.count(due.store());
                case DueItem.OfMessage message -> {
                    // What has to be sent, and what has to be told in waves, waits in other queues.
                }
                case DueItem.OfWave wave -> {}
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }
}
