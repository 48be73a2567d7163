package comeback.store;

import java.util.Set;

/**
 * What a store wants before it advertises to somebody, beyond their word.
 *
 * @param asksBack whether who agrees is asked by mail whether it was them: until they say so there, it counts for nothing
 * @param registry countries, as two capital letters, in which nobody is advertised to whom the country's registry of consents
 *     does not have as agreed; whom it has as refused is advertised to nowhere
 * @param existingCustomers countries in which who has bought may be advertised to until they refuse
 */
public record ConsentRules(boolean asksBack, Set<String> registry, Set<String> existingCustomers) {
    /** Their own word counts, and nothing else. */
    public static final ConsentRules USUAL = new ConsentRules(false, Set.of(), Set.of());

    public ConsentRules {
        registry = Set.copyOf(registry);
        existingCustomers = Set.copyOf(existingCustomers);
    }
}
