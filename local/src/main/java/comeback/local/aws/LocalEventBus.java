package comeback.local.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The account's default event bus: events that wait to be delivered, in the order in which they were put. */
public final class LocalEventBus {
    private final Deque<Map<String, Object>> events = new ArrayDeque<>();

    public synchronized void put(Map<String, Object> event) {
        events.addLast(event);
    }

    public synchronized boolean isEmpty() {
        return events.isEmpty();
    }

    /** Takes the oldest off the bus. */
    public synchronized Optional<Map<String, Object>> take() {
        return Optional.ofNullable(events.pollFirst());
    }

    public synchronized void clear() {
        events.clear();
    }
}
