package comeback.commit;

import java.time.Instant;

/** Wakes us for the messages that were put back. A hint only, like {@link Alarms}. */
public interface WaitingAlarms {
    /**
     * Sets an alarm for all that was put back until then; the same one twice is one.
     *
     * @param at a full minute in the future
     */
    void setForWaiting(Instant at);
}
