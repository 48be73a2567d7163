package comeback.simulation.edge;

import java.time.Instant;

/**
 * A service that does nothing for hours or days.
 *
 * @param service which
 * @param from when it begins
 * @param until when it is over
 */
public record Outage(Service service, Instant from, Instant until) {
    /** What can be out of order as a whole. */
    public enum Service {
        TABLE,
        SES,
        SCHEDULER,
        /** SES sends, and tells nobody. */
        EVENTS,
        /** SES says that the account is paused. */
        PAUSE,
        /** SES says that one store's domain is not verified. */
        DOMAIN
    }

    boolean covers(Service asked, Instant now) {
        return asked == service && !now.isBefore(from) && now.isBefore(until);
    }
}
