package comeback.send;

import comeback.catalogue.Together;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What orders say of products: what goes with what. */
final class Affinity {
    /** Fewer orders with both are chance. */
    static final int SUPPORT_MIN = 5;

    private Affinity() {}

    /**
     * How much more often a product is bought with another than without it.
     *
     * @param product which
     * @param lift above 1: the two go together
     */
    record Scored(String product, double lift) {}

    /**
     * What goes with a product, best first.
     *
     * @param with the latest orders with it
     * @param lately the latest orders of all
     */
    static List<Scored> with(String product, List<Together> with, List<Together> lately) {
        Map<String, Integer> beside = counts(with);
        Map<String, Integer> everywhere = counts(lately);
        List<Scored> scored = new ArrayList<>();
        beside.forEach((other, orders) -> {
            if (!other.equals(product) && orders >= SUPPORT_MIN) {
                double share = (double) orders / with.size();
                // What was not bought lately by anybody else has no share of its own: then its share here is the
                // measure.
                int alone = Math.max(1, everywhere.getOrDefault(other, 0));
                double lift = share / ((double) alone / Math.max(1, lately.size()));
                if (lift > 1) {
                    scored.add(new Scored(other, lift));
                }
            }
        });
        scored.sort(Comparator.comparingDouble(Scored::lift).reversed().thenComparing(Scored::product));
        return List.copyOf(scored);
    }

    private static Map<String, Integer> counts(List<Together> orders) {
        Map<String, Integer> counts = new HashMap<>();
        orders.forEach(order -> order.products().forEach(product -> counts.merge(product, 1, Integer::sum)));
        return counts;
    }
}
