package comeback.simulation.mutants;

import comeback.simulation.edge.Ground;
import comeback.simulation.oracle.Rule;
import comeback.simulation.oracle.Violation;
import comeback.simulation.shop.Features;
import comeback.simulation.time.Dice;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Plays each mistake in world after world, and counts in how many it is noticed. */
public final class Matrix {
    private static final int SHOPPERS = 20;
    private static final int DAYS = 40;

    /** Some worlds are no place for some mistakes; of so many one is. */
    private static final int TRIED_MAX = 1_000;

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
        for (WorldOptions world : worlds(mutant, worldsMax)) {
            if (caught == enough) {
                break;
            }
            worlds++;
            List<Violation> violations = World.play(ground, world).violations();
            if (!violations.isEmpty()) {
                caught++;
                rules.add(violations.getFirst().rule());
            }
        }
        return new Row(mutant, worlds, caught, rules);
    }

    /** Those of these worlds in which a promise is broken though no mistake is built in: there must be none. */
    public List<WorldOptions> wronglyCaught(Mutant mutant, int worldsMax) {
        return worlds(mutant, worldsMax).stream()
                .map(world -> world.with(Optional.empty()))
                .filter(world -> !World.play(ground, world).violations().isEmpty())
                .toList();
    }

    private static List<WorldOptions> worlds(Mutant mutant, int count) {
        Aim aim = mutant.aim();
        return LongStream.range(0, TRIED_MAX)
                .mapToObj(number -> WorldOptions.usual(
                                5_000 + number,
                                aim.faults().get((int) (number % aim.faults().size())))
                        .sized(SHOPPERS, DAYS)
                        .colliding(aim.collisions())
                        .aimed(aim.harms())
                        .with(Optional.of(mutant.name())))
                .filter(world -> aim.suits().test(Features.draw(new Dice(world.seed()), SHOPPERS, world.faults() == 0)))
                .limit(count)
                .toList();
    }
}
