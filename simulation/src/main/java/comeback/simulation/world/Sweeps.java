package comeback.simulation.world;

import comeback.commit.DueItems;
import comeback.commit.DueItems.DueItem;
import comeback.simulation.edge.Lambda;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.oracle.Rule;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * The sweeper's schedule. A sweep that would find nothing is left out: it makes eight empty queries, and 17,000 of them
 * in two months would be most of what a world does.
 */
final class Sweeps {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final VirtualTime time;
    private final DueItems truth;
    private final Lambda lambda;
    private final Oracle oracle;
    private final boolean isFaultless;
    private final PriorityQueue<Instant> moments = new PriorityQueue<>();

    Sweeps(VirtualTime time, DueItems truth, Lambda lambda, Oracle oracle, boolean isFaultless) {
        this.time = time;
        this.truth = truth;
        this.lambda = lambda;
        this.oracle = oracle;
        this.isFaultless = isFaultless;
    }

    void dueAt(Instant at) {
        moments.add(at);
    }

    void begin(Instant end) {
        time.after(EVERY, () -> tick(end));
    }

    private void tick(Instant end) {
        if (time.instant().isBefore(end)) {
            time.after(EVERY, () -> tick(end));
        }
        Instant overdue = time.instant().minus(GRACE);
        boolean isPossible = false;
        while (!moments.isEmpty() && moments.element().isBefore(overdue)) {
            moments.remove();
            isPossible = true;
        }
        if (isPossible && isNeeded(overdue)) {
            // It may fail, or see an old index: whether anything is left is asked again next time.
            moments.add(overdue.minus(GRACE));
            lambda.sweep();
        }
    }

    private boolean isNeeded(Instant overdue) {
        boolean isNeeded = false;
        for (DueItems.Queue queue : DueItems.Queue.values()) {
            if (queue == DueItems.Queue.REVIEWS) {
                // The night's, and no night falls in these worlds so far: nobody lives in them for long enough.
                continue;
            }
            for (int partition = 0; partition < DueItems.PARTITIONS; partition++) {
                for (DueItem item : truth.before(queue, partition, overdue, 1)) {
                    isNeeded = true;
                    if (isFaultless && item instanceof DueItem.OfCustomer) {
                        oracle.broken(Rule.ALARMS_PUNCTUAL, -1, "overdue: " + item);
                    }
                }
            }
        }
        return isNeeded;
    }
}
