package comeback.count;

import java.util.ArrayList;
import java.util.List;

/** A bus in memory. */
final class InMemoryAnnouncements implements Announcements {
    private final List<Announcement> heard = new ArrayList<>();

    @Override
    public void tell(List<Announcement> announcements) {
        heard.addAll(announcements);
    }

    List<Announcement> heard() {
        return List.copyOf(heard);
    }
}
