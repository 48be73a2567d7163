package comeback.simulation.edge;

import comeback.commit.Catalogue;
import comeback.commit.WaitingList;
import comeback.commit.WaveAlarms;
import comeback.commit.Waves;

/**
 * What the functions know of a shop's goods and of those who wait for them.
 *
 * @param catalogue what is sold, and how much of it is left
 * @param waiting who waits
 * @param waves how far the telling is
 * @param alarms Scheduler
 */
public record Stockroom(Catalogue catalogue, WaitingList waiting, Waves waves, WaveAlarms alarms) {
    public Stockroom withWaiting(WaitingList changed) {
        return new Stockroom(catalogue, changed, waves, alarms);
    }

    public Stockroom withWaves(Waves changed) {
        return new Stockroom(catalogue, waiting, changed, alarms);
    }
}
