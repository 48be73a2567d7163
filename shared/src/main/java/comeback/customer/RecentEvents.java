package comeback.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last events that were decided about, so that the same report twice is once. Senders repeat within minutes and in
 * small batches; {@value #MAX} of 40 bits each are 800 bytes, and two of them look alike once in ten billion.
 *
 * @param marks first characters of the events' fingerprints, oldest first
 */
public record RecentEvents(List<String> marks) {
    public static final int MAX = 100;
    public static final RecentEvents NONE = new RecentEvents(List.of());

    public static final int MARK_LENGTH = 8;

    public RecentEvents {
        marks = List.copyOf(marks.subList(Math.max(0, marks.size() - MAX), marks.size()));
    }

    public boolean contains(String eventId) {
        return marks.contains(mark(eventId));
    }

    public RecentEvents with(String eventId) {
        List<String> all = new ArrayList<>(marks);
        all.add(mark(eventId));
        return new RecentEvents(all);
    }

    public RecentEvents with(RecentEvents other) {
        return new RecentEvents(
                Stream.concat(other.marks.stream(), marks.stream()).distinct().toList());
    }

    private static String mark(String eventId) {
        return Fingerprint.of("event", eventId).substring(0, MARK_LENGTH);
    }
}
