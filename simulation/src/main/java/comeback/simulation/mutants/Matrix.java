package comeback.simulation.mutants;

import comeback.simulation.edge.Ground;
import comeback.simulation.oracle.Rule;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plays each mistake in world after world, and counts in how many it is noticed. */
public final class Matrix {
    private static final int SHOPPERS = 15;
    private static final int DAYS = 40;

    /** Millisecond races need aim, and some mistakes show only where nothing else goes wrong. */
    private static final double COLLISIONS = 0.5;

    private static final double[] FAULTS = {0, 0.05, 0.12};

    private final Ground ground;

    public Matrix(Ground ground) {
        this.ground = ground;
    }

    /**
     * How often a mistake was noticed.
     *
     * @param mutant the mistake
     * @param worlds in how many it was played
     * @param caught in how many of them a promise was broken
     * @param rules the promises that were broken first
     */
    public record Row(Mutant mutant, int worlds, int caught, Set<Rule> rules) {
        @Override
        public String toString() {
            return String.format("%-28s %3d of %3d  %-60s %s", mutant.name(), caught, worlds, mutant.words(), rules);
        }
    }

    /** Plays it until it was noticed often enough, or worlds run out. */
    public Row row(Mutant mutant, int worldsMax, int enough) {
        int caught = 0;
        int worlds = 0;
        Set<Rule> rules = new TreeSet<>();
        while (worlds < worldsMax && caught < enough) {
            worlds++;
            WorldResult world = World.play(ground, options(worlds, mutant));
            if (!world.violations().isEmpty()) {
                caught++;
                rules.add(world.violations().getFirst().rule());
            }
        }
        return new Row(mutant, worlds, caught, rules);
    }

    private static WorldOptions options(int world, Mutant mutant) {
        return WorldOptions.usual(5_000L + world, FAULTS[world % FAULTS.length])
                .sized(SHOPPERS, DAYS)
                .colliding(COLLISIONS)
                .with(Optional.of(mutant.name()));
    }
}
