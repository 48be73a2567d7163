package comeback.store;

import java.util.Optional;
import java.util.Set;

/**
 * Who goes first in a store: hears of what is back before those who asked earlier, and is invited to.
 *
 * @param tiers of the shop's own loyalty programme
 * @param best whom the shop's orders show to be its best customers; absent when it leaves that to its programme
 */
public record FirstInLine(Set<String> tiers, Optional<BestCustomers> best) {
    /** Whoever asked first. */
    public static final FirstInLine NOBODY = new FirstInLine(Set.of(), Optional.empty());

    public FirstInLine {
        tiers = Set.copyOf(tiers);
    }
}
