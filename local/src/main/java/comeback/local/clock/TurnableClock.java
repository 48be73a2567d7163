package comeback.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time of the local world: the machine's time and what was turned on top of it. While something due is worked, it
 * stands at the instant at which that fell due.
 */
public final class TurnableClock implements InstantSource {
    private final InstantSource machine;
    private Duration turned = Duration.ZERO;
    private @Nullable Instant standing;

    /** Runs on with the machine's time; a fixed one in tests stands still except when turned. */
    public TurnableClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public synchronized Instant instant() {
        return standing != null ? standing : machine.instant().plus(turned);
    }

    /** Stands still at this instant, until told to run. */
    synchronized void standAt(Instant at) {
        standing = at;
    }

    /** Runs on with the machine, as if it had never stood. */
    synchronized void runOn() {
        standing = null;
    }

    /** Runs on from this instant: what the machine took for the work meanwhile does not count. */
    synchronized void runOnFrom(Instant at) {
        turned = Duration.between(machine.instant(), at);
        standing = null;
    }

    /** Back to the machine's own time. */
    synchronized void unturn() {
        turned = Duration.ZERO;
        standing = null;
    }
}
