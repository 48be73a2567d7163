package comeback.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last events that were decided about, so that the same report twice is once. Senders repeat within minutes and in
 * small batches; {@value #MAX} of 40 bits each are 800 bytes, and two of them look alike once in ten billion.
 *
 * @param marks first characters of the events' fingerprints, oldest first
 * @param signs what the customer did themselves
 * @param importedAt when they came in with an import, of whom nothing was known before: what their silence had made due by
 *     then begins nothing
 */
public record RecentEvents(List<String> marks, Signs signs, Optional<Instant> importedAt) {
    public static final int MAX = 100;
    public static final RecentEvents NONE = new RecentEvents(List.of(), Signs.NONE);

    public static final int MARK_LENGTH = 8;

    /** Of somebody who was met by what they did. */
    public RecentEvents(List<String> marks, Signs signs) {
        this(marks, signs, Optional.empty());
    }

    public RecentEvents {
        marks = List.copyOf(marks.subList(Math.max(0, marks.size() - MAX), marks.size()));
    }

    public boolean contains(String eventId) {
        return marks.contains(mark(eventId));
    }

    public RecentEvents with(String eventId) {
        List<String> all = new ArrayList<>(marks);
        all.add(mark(eventId));
        return new RecentEvents(all, signs, importedAt);
    }

    /** When the customer last did something themselves; absent of who never did. */
    public Optional<Instant> seenAt() {
        return signs.seenAt();
    }

    /** A sign of the customer; an older one does not change when they were seen last. */
    public RecentEvents seen(Sign sign, Instant at) {
        return new RecentEvents(marks, signs.with(sign, at), importedAt);
    }

    /** They answered a letter. */
    public RecentEvents replied(Instant at) {
        return new RecentEvents(marks, signs.replied(at), importedAt);
    }

    public RecentEvents with(RecentEvents other) {
        return new RecentEvents(
                Stream.concat(other.marks.stream(), marks.stream()).distinct().toList(),
                signs.merge(other.signs),
                Stream.of(importedAt, other.importedAt)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder()));
    }

    /** They came in with an import; absent when what is due of them may begin like anybody's. */
    public RecentEvents importedAt(Optional<Instant> at) {
        return new RecentEvents(marks, signs, at);
    }

    private static String mark(String eventId) {
        return Fingerprint.of("event", eventId).substring(0, MARK_LENGTH);
    }
}
