package comeback.count;

import java.util.List;
import java.util.Map;

class InMemoryAnnouncementsTest extends AnnouncementsContract {
    private final InMemoryAnnouncements bus = new InMemoryAnnouncements();

    @Override
    Announcements announcements() {
        return bus;
    }

    @Override
    List<Map.Entry<String, Map<String, Object>>> heard() {
        return bus.heard().stream().map(AnnouncementsContract::asHeard).toList();
    }
}
