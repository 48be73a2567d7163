package comeback.simulation.world;

import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Seam;
import comeback.simulation.shop.Story;
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
 * @param collisions how many reminders meet a purchase, an unsubscribe or an erasure at their claim, 0 to 1
 * @param aim the only kinds of faults, if not the world's own choice of them
 * @param mutant the protocol mistake that is built in, if any
 * @param story whose life is told instead of drawn, if given
 * @param onlyShoppers these and no others, if given
 * @param onlyFaults these and no others, if given
 * @param seam where AWS begins
 */
public record WorldOptions(
        long seed,
        int shoppers,
        int days,
        double faults,
        double collisions,
        Set<Harm> aim,
        Optional<String> mutant,
        Optional<String> story,
        Optional<Set<Integer>> onlyShoppers,
        Optional<Map<String, Harm>> onlyFaults,
        Seam.Kind seam) {
    private static final double DAYS_A_YEAR = 365;

    /** A world of the usual size. */
    public static WorldOptions usual(long seed, double faults) {
        return new WorldOptions(
                seed,
                90,
                60,
                faults,
                0.05,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Seam.Kind.TYPED);
    }

    /** A told life in which these things go wrong, and nothing else. */
    public static WorldOptions told(Story story, Map<String, Harm> faults) {
        return new WorldOptions(
                story.seed(),
                story.shoppers(),
                story.days(),
                0,
                0,
                Set.of(),
                Optional.empty(),
                Optional.of(story.name()),
                Optional.empty(),
                Optional.of(faults),
                Seam.Kind.TYPED);
    }

    public WorldOptions sized(int manyShoppers, int manyDays) {
        return new WorldOptions(
                seed, manyShoppers, manyDays, faults, collisions, aim, mutant, story, onlyShoppers, onlyFaults, seam);
    }

    public WorldOptions colliding(double share) {
        return new WorldOptions(
                seed, shoppers, days, faults, share, aim, mutant, story, onlyShoppers, onlyFaults, seam);
    }

    public WorldOptions aimed(Set<Harm> kinds) {
        return new WorldOptions(
                seed, shoppers, days, faults, collisions, kinds, mutant, story, onlyShoppers, onlyFaults, seam);
    }

    public WorldOptions with(Optional<String> mistake) {
        return new WorldOptions(
                seed, shoppers, days, faults, collisions, aim, mistake, story, onlyShoppers, onlyFaults, seam);
    }

    public WorldOptions only(Set<Integer> these, Map<String, Harm> harms) {
        return only(Optional.of(these), Optional.of(harms));
    }

    /** With these alone, where they are said. */
    public WorldOptions only(Optional<Set<Integer>> these, Optional<Map<String, Harm>> harms) {
        return new WorldOptions(seed, shoppers, days, faults, collisions, aim, mutant, story, these, harms, seam);
    }

    public WorldOptions at(Seam.Kind other) {
        return new WorldOptions(
                seed, shoppers, days, faults, collisions, aim, mutant, story, onlyShoppers, onlyFaults, other);
    }

    public double shopperYears() {
        return shoppers * days / DAYS_A_YEAR;
    }
}
