package comeback.simulation.mutants;

import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Mutation;
import comeback.simulation.shop.Features;
import java.util.function.Predicate;

/**
 * A mistake.
 *
 * @param name for the command line
 * @param words what is wrong
 * @param mutation how it is built in
 * @param aim in what worlds it can show
 */
public record Mutant(String name, String words, Mutation mutation, Aim aim) {
    /** One that may show anywhere. */
    public Mutant(String name, String words, Mutation mutation) {
        this(name, words, mutation, Aim.ALL);
    }

    /** Shows only where this goes wrong. */
    Mutant at(Harm... kinds) {
        return new Mutant(name, words, mutation, Aim.at(kinds));
    }

    /** Shows where nothing goes wrong. */
    Mutant inCalm() {
        return new Mutant(name, words, mutation, Aim.CALM);
    }

    /** Shows where somebody acts at the very moment of a claim. */
    Mutant whereMet() {
        return new Mutant(name, words, mutation, Aim.MET);
    }

    /** Shows only in worlds that have something. */
    Mutant in(Predicate<Features> worlds) {
        return new Mutant(name, words, mutation, aim.in(worlds));
    }
}
