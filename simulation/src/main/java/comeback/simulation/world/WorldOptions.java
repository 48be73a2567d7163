package comeback.simulation.world;

import comeback.simulation.edge.Harm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a world is made of: the same options play the same world.
 *
 * @param seed of everything that is drawn
 * @param shoppers how many live in it
 * @param days how long they do things; a week follows in which nothing goes wrong
 * @param faults how many calls and deliveries go wrong, 0 to 1
 * @param collisions how many reminders meet a purchase or an unsubscribe at the moment of their claim, 0 to 1
 * @param mutant the protocol mistake that is built in, if any
 * @param onlyShoppers these and no others, if given
 * @param onlyFaults these and no others, if given
 */
public record WorldOptions(
        long seed,
        int shoppers,
        int days,
        double faults,
        double collisions,
        Optional<String> mutant,
        Optional<Set<Integer>> onlyShoppers,
        Optional<Map<String, Harm>> onlyFaults) {
    private static final double DAYS_A_YEAR = 365;

    /** A world of the usual size. */
    public static WorldOptions usual(long seed, double faults) {
        return new WorldOptions(seed, 90, 60, faults, 0.05, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public WorldOptions sized(int manyShoppers, int manyDays) {
        return new WorldOptions(seed, manyShoppers, manyDays, faults, collisions, mutant, onlyShoppers, onlyFaults);
    }

    public WorldOptions colliding(double share) {
        return new WorldOptions(seed, shoppers, days, faults, share, mutant, onlyShoppers, onlyFaults);
    }

    public WorldOptions with(Optional<String> mistake) {
        return new WorldOptions(seed, shoppers, days, faults, collisions, mistake, onlyShoppers, onlyFaults);
    }

    public WorldOptions only(Set<Integer> these, Map<String, Harm> harms) {
        return new WorldOptions(
                seed, shoppers, days, faults, collisions, mutant, Optional.of(these), Optional.of(harms));
    }

    public double shopperYears() {
        return shoppers * days / DAYS_A_YEAR;
    }
}
