package comeback.simulation.mutants;

import comeback.simulation.edge.Mutation;

/**
 * A mistake.
 *
 * @param name for the command line
 * @param words what is wrong
 * @param mutation how it is built in
 */
public record Mutant(String name, String words, Mutation mutation) {}
