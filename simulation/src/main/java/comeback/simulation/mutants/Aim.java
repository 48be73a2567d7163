package comeback.simulation.mutants;

import comeback.simulation.edge.Harm;
import comeback.simulation.shop.Features;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * In what worlds a mistake can show at all: a race needs aim, a limit needs calm.
 *
 * @param faults how much goes wrong, world by world in turn
 * @param harms the only kinds of it; empty for all
 * @param collisions how many reminders are met at their claim
 * @param suits what the world must have
 */
record Aim(List<Double> faults, Set<Harm> harms, double collisions, Predicate<Features> suits) {
    /** Worlds with everything. */
    static final Aim ALL = new Aim(List.of(0.0, 0.05, 0.12), Set.of(), 0.5, world -> true);

    /** Worlds in which nothing goes wrong and nobody is met. */
    static final Aim CALM = new Aim(List.of(0.0), Set.of(), 0, world -> true);

    /** Worlds in which every reminder is met at its claim, and little else goes wrong. */
    static final Aim MET = new Aim(List.of(0.0, 0.02), Set.of(), 1, world -> true);

    Aim {
        faults = List.copyOf(faults);
        harms = Set.copyOf(harms);
    }

    /** Worlds in which only this goes wrong, and often. */
    static Aim at(Harm... kinds) {
        return new Aim(List.of(0.12, 0.2), Set.of(kinds), 0, world -> true);
    }

    Aim in(Predicate<Features> worlds) {
        return new Aim(faults, harms, collisions, worlds);
    }
}
