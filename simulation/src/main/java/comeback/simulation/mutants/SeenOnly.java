package comeback.simulation.mutants;

import comeback.commit.DueItems;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * An index that hides some of what is due.
 *
 * @param right all of it
 * @param isSeen what it shows
 */
record SeenOnly(DueItems right, Predicate<DueItem> isSeen) implements DueItems {
    @Override
    public List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        return right.before(queue, partition, time, limit).stream()
                .filter(isSeen)
                .toList();
    }

    @Override
    public List<DueItem> flagged(int limit) {
        return right.flagged(limit);
    }
}
