package comeback.send;

import comeback.commit.WaitingAlarms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * Brings back on time what was put back: an alarm for its minute, at which {@code wake} shows every message that is due
 * by then to the sender again. One alarm does for all of a minute. Without it the sweeper would come, minutes later.
 */
public final class Comebacks {
    /** A schedule that is made at the last moment may be too late to ring. */
    private static final Duration NOTICE = Duration.ofSeconds(10);

    /** What can't go for hours asks so seldom whether it may. */
    static final Duration ROUND = Duration.ofMinutes(5);

    /** Of minutes, remembered so that a thousand messages ask Scheduler once. */
    private static final int REMEMBERED_MAX = 1000;

    private final WaitingAlarms alarms;
    private final InstantSource clock;
    private final Set<Instant> set = new HashSet<>();

    public Comebacks(WaitingAlarms alarms, InstantSource clock) {
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Sees to it that what is due then is looked at in the minute after. */
    void at(Instant due) {
        Instant soonest = soonest(clock.instant());
        Instant minute = due.isBefore(soonest) ? soonest : ceiling(due);
        if (set.contains(minute)) {
            return;
        }
        alarms.setForWaiting(minute);
        if (set.size() >= REMEMBERED_MAX) {
            set.clear();
        }
        set.add(minute);
    }

    /**
     * The first full minute at which something can come back. The change that puts a message back comes by the sender
     * too; so it must not be due then already, by any copy's clock, or it would circle on the stream.
     */
    static Instant soonest(Instant now) {
        return ceiling(now.plus(NOTICE));
    }

    /** When all that can't go for long comes back: at the same few moments, so that it wakes nobody in between. */
    static Instant nextRound(Instant now) {
        long each = ROUND.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(soonest(now).getEpochSecond(), each) * each);
    }

    private static Instant ceiling(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }
}
