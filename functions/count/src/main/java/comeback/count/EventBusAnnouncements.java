package comeback.count;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.wiring.SignedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event bus of EventBridge. It takes some entries and turns others away in one answer; those are handed over again. */
public final class EventBusAnnouncements implements Announcements {
    /** So many entries EventBridge takes in one call. */
    static final int AT_ONCE_MAX = 10;

    /** Then Lambda brings the whole batch again, after a while. */
    static final int TRIES_MAX = 3;

    private static final String SOURCE = "comeback";

    private final SignedJson events;
    private final String bus;

    /**
     * Makes it.
     *
     * @param events EventBridge
     * @param bus by its name
     */
    public EventBusAnnouncements(SignedJson events, String bus) {
        this.events = events;
        this.bus = bus;
    }

    @Override
    public void tell(List<Announcement> announcements) {
        for (int from = 0; from < announcements.size(); from += AT_ONCE_MAX) {
            hand(announcements.subList(from, Math.min(from + AT_ONCE_MAX, announcements.size())));
        }
    }

    private void hand(List<Announcement> some) {
        List<Announcement> left = some;
        for (int attempt = 0; attempt < TRIES_MAX && !left.isEmpty(); attempt++) {
            left = turnedAway(left);
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException(left.size() + " events were turned away by the event bus " + bus + " "
                    + TRIES_MAX + " times, first " + left.getFirst().id());
        }
    }

    private List<Announcement> turnedAway(List<Announcement> told) {
        Fields answer = events.call(
                "PutEvents", Map.of("Entries", told.stream().map(this::entry).toList()));
        List<Fields> results = answer.objects("Entries").orElse(List.of());
        List<Announcement> left = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            if (i >= results.size() || results.get(i).text("EventId").isEmpty()) {
                left.add(told.get(i));
            }
        }
        return left;
    }

    private Map<String, Object> entry(Announcement announcement) {
        return Map.of(
                "EventBusName",
                bus,
                "Source",
                SOURCE,
                "DetailType",
                announcement.type(),
                "Detail",
                Json.print(announcement.body()));
    }
}
