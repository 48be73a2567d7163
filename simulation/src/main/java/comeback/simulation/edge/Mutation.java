package comeback.simulation.edge;

import comeback.commit.Happenings;
import java.time.InstantSource;

/** What a mistake changes for a function; by default nothing. */
public interface Mutation {
    /** No mistake. */
    Mutation NONE = new Mutation() {};

    /**
     * The ports as this function sees them.
     *
     * @param function its name: ingest, shopper, wake, send, feedback
     */
    default Ports ports(String function, Ports ports, InstantSource clock) {
        return ports;
    }

    default InstantSource clock(InstantSource clock) {
        return clock;
    }

    default Happenings happenings(Happenings happenings) {
        return happenings;
    }

    /** Whether it is asked when something happened, or taken to happen when it is told. */
    default boolean asksWhen() {
        return true;
    }
}
