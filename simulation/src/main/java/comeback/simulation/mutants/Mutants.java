package comeback.simulation.mutants;

import java.util.List;
import java.util.stream.Stream;

/** All mistakes, by name. */
public final class Mutants {
    private Mutants() {}

    /** The mistake of that name. */
    public static Mutant named(String name) {
        return all().stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mutant " + name + "; there are "
                        + all().stream().map(Mutant::name).toList()));
    }

    /** Each made afresh: some remember things while a world is played. */
    public static List<Mutant> all() {
        return Stream.of(SendingMutants.all(), DecidingMutants.all(), GoodsMutants.all())
                .flatMap(List::stream)
                .toList();
    }
}
