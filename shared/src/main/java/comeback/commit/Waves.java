package comeback.commit;

import comeback.store.StoreId;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.util.Optional;

/** Where the news of what people wait for stands. */
public interface Waves {
    /** The wave as it is now; never an older state. */
    Optional<Wave> find(StoreId store, WaveId id);

    /**
     * Saves it, if it is still the one that was seen; false when it is not.
     *
     * @param next its version is the one that was seen
     * @param rules by which it is due, so that the sweeper finds it when its alarm was lost
     */
    boolean save(StoreId store, Wave next, WaveRules rules);
}
