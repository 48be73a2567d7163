package comeback.count;

import java.util.List;

/** Where it is told outside what happened. */
public interface Announcements {
    /**
     * Tells all of it, in its order; the same may be told again.
     *
     * @throws IllegalStateException when some of it could not be told, however much was: tell all of it again
     */
    void tell(List<Announcement> announcements);
}
