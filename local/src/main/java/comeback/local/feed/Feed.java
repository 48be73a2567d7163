package comeback.local.feed;

import comeback.local.lambda.Incidents;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things that happened, oldest first. Safe to read while the world turns. */
public final class Feed implements Incidents {
    public static final int ENTRIES_MAX = 500;

    private final InstantSource clock;
    private final Deque<FeedEntry> entries = new ArrayDeque<>();
    private long seq;

    public Feed(InstantSource clock) {
        this.clock = clock;
    }

    /** What came after the entry of that number. */
    public synchronized List<FeedEntry> since(long after) {
        return entries.stream().filter(entry -> entry.seq() > after).toList();
    }

    /** Something about the world itself: its clock. */
    public void clock(String title, String detail) {
        add(FeedEntry.Kind.CLOCK, "", "", title, detail, List.of(), List.of());
    }

    @Override
    public void happened(String what, String detail) {
        add(FeedEntry.Kind.PROBLEM, "", "", what, detail, List.of(), List.of());
    }

    synchronized void add(
            FeedEntry.Kind kind,
            String store,
            String customer,
            String title,
            String detail,
            List<FeedReason> reasons,
            List<String> messages) {
        if (entries.size() == ENTRIES_MAX) {
            entries.removeFirst();
        }
        seq++;
        entries.addLast(new FeedEntry(seq, clock.instant(), kind, store, customer, title, detail, reasons, messages));
    }

    /** Forgets all; the numbers go on, so that a reader who remembers one misses nothing. */
    public synchronized void empty() {
        entries.clear();
    }
}
