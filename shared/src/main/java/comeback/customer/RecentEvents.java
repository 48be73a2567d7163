package comeback.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * @param seenAt when the customer last did something themselves, to the minute; absent of who never did
 */
public record RecentEvents(List<String> marks, Optional<Instant> seenAt) {
    public static final int MAX = 100;
    public static final RecentEvents NONE = new RecentEvents(List.of(), Optional.empty());

    public static final int MARK_LENGTH = 8;

    public RecentEvents {
        seenAt = seenAt.map(at -> at.truncatedTo(ChronoUnit.MINUTES));
        marks = List.copyOf(marks.subList(Math.max(0, marks.size() - MAX), marks.size()));
    }

    public boolean contains(String eventId) {
        return marks.contains(mark(eventId));
    }

    public RecentEvents with(String eventId) {
        List<String> all = new ArrayList<>(marks);
        all.add(mark(eventId));
        return new RecentEvents(all, seenAt);
    }

    /** A sign of the customer; an older one is none. */
    public RecentEvents seen(Instant at) {
        return new RecentEvents(marks, later(seenAt, Optional.of(at)));
    }

    public RecentEvents with(RecentEvents other) {
        return new RecentEvents(
                Stream.concat(other.marks.stream(), marks.stream()).distinct().toList(), later(seenAt, other.seenAt));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private static String mark(String eventId) {
        return Fingerprint.of("event", eventId).substring(0, MARK_LENGTH);
    }
}
