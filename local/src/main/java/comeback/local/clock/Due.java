package comeback.local.clock;

import java.time.Instant;
import java.util.Optional;

/** Something that falls due: schedules, stream records, events on the bus, sweeps. Called under the world's lock only. */
public interface Due {
    /** When its next piece of work falls due; an instant that has passed means at once. */
    Optional<Instant> next();

    /** Does what is due first, and only that; {@code now} is what the clock shows. */
    void work(Instant now);
}
