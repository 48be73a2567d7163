package comeback.commit;

import comeback.store.StoreId;
import comeback.wave.WaveId;
import java.time.Instant;

/** Wakes us for a wave. A hint only, as {@link Alarms} are. */
public interface WaveAlarms {
    /**
     * Sets an alarm; the same one twice is one.
     *
     * @param at a full minute in the future
     */
    void set(StoreId store, WaveId wave, Instant at);
}
