package comeback.commit;

import comeback.commit.DueItems.DueItem;
import comeback.commit.DueItems.Queue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that waits for a time, in memory, in the order of its times: looking at it costs what is found. */
final class InMemoryDueIndex {
    private final Map<DueItem, Entry> standing = new HashMap<>();
    private final Map<Part, NavigableSet<Entry>> parts = new HashMap<>();

    private record Part(Queue queue, int partition) {}

    private record Entry(Part part, Instant at, String name, DueItem item) {
        static final Comparator<Entry> ORDER = Comparator.comparing(Entry::at).thenComparing(Entry::name);
    }

    /** Waits there until then, and nowhere else any more. */
    void put(DueItem item, Queue queue, Instant at) {
        remove(item);
        String name = switch (item) {
            case DueItem.OfCustomer it -> it.id().value();
            case DueItem.OfMessage it -> it.id().value();
            case DueItem.OfWave it -> it.id().value();
            case DueItem.OfBestsellers it -> it.store().value();
        };
        Entry entry = new Entry(
                new Part(queue, Math.floorMod(name.hashCode(), DueItems.PARTITIONS)), at, item.toString(), item);
        standing.put(item, entry);
        parts.computeIfAbsent(entry.part(), part -> new TreeSet<>(Entry.ORDER)).add(entry);
    }

    void remove(DueItem item) {
        Optional.ofNullable(standing.remove(item))
                .ifPresent(entry -> Optional.ofNullable(parts.get(entry.part()))
                        .orElseThrow()
                        .remove(entry));
    }

    List<DueItem> before(Queue queue, int partition, Instant time, int limit) {
        NavigableSet<Entry> part = parts.get(new Part(queue, partition));
        return part == null
                ? List.of()
                : part.stream()
                        .takeWhile(entry -> entry.at().isBefore(time))
                        .limit(limit)
                        .map(Entry::item)
                        .toList();
    }
}
