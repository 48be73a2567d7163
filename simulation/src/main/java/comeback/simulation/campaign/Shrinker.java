package comeback.simulation.campaign;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Harm;
import comeback.simulation.oracle.Rule;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import comeback.simulation.world.WorldResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the few shoppers and faults with which the same promise is still broken. It works because what happens to each
 * of them is drawn from their own name: without the others it is the same.
 */
public final class Shrinker {
    /** Of the shoppers to whom the promise was broken, so many are tried by themselves. */
    private static final int ALONE_MAX = 8;

    private final Ground ground;
    private int plays;

    public Shrinker(Ground ground) {
        this.ground = ground;
    }

    /** The smallest world found that still breaks the first promise that this one broke. */
    public WorldResult shrink(WorldResult broken) {
        Rule rule = broken.violations().getFirst().rule();
        Set<Integer> shoppers = IntStream.range(0, broken.options().shoppers())
                .boxed()
                .filter(it -> broken.options()
                        .onlyShoppers()
                        .filter(only -> !only.contains(it))
                        .isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Small best = new Small(broken.options().only(shoppers, broken.faults()), broken, false);
        Small replayed = attempt(best.options(), rule, best);
        if (!replayed.isPlayed()) {
            return broken;
        }
        return fewerFaults(fewerShoppers(alone(replayed, rule), rule), rule).result();
    }

    /** Mostly the promise is broken to one shopper as well as among many: a short play, where half a world is a long one. */
    private Small alone(Small crowd, Rule rule) {
        List<Integer> hurt = crowd.result().violations().stream()
                .filter(violation -> violation.rule() == rule)
                .map(violation -> Math.max(0, violation.shopper()))
                .distinct()
                .limit(ALONE_MAX)
                .toList();
        for (int shopper : hurt) {
            Small alone = attempt(crowd.options().only(Set.of(shopper), crowd.faults()), rule, crowd);
            if (!alone.equals(crowd)) {
                return alone;
            }
        }
        return crowd;
    }

    public int plays() {
        return plays;
    }

    /** A world that still breaks the promise. */
    private record Small(WorldOptions options, WorldResult result, boolean isPlayed) {
        Set<Integer> shoppers() {
            return options.onlyShoppers().orElseThrow();
        }

        /** Only those that are still done when played. */
        Map<String, Harm> faults() {
            return new TreeMap<>(result.faults());
        }
    }

    private Small attempt(WorldOptions options, Rule rule, Small otherwise) {
        plays++;
        WorldResult result = World.play(ground, options);
        boolean isStillBroken = result.violations().stream().anyMatch(violation -> violation.rule() == rule);
        return isStillBroken ? new Small(options, result, true) : otherwise;
    }

    private Small fewerShoppers(Small from, Rule rule) {
        Small best = from;
        for (int chunk = Math.max(1, best.shoppers().size() / 2); chunk >= 1; chunk /= 2) {
            for (List<Integer> part : parts(List.copyOf(best.shoppers()), chunk)) {
                Set<Integer> fewer = new TreeSet<>(best.shoppers());
                if (fewer.removeAll(Set.copyOf(part)) && !fewer.isEmpty()) {
                    best = attempt(best.options().only(fewer, best.faults()), rule, best);
                }
            }
        }
        return best;
    }

    private Small fewerFaults(Small from, Rule rule) {
        Small best = attempt(from.options().only(from.shoppers(), from.faults()), rule, from);
        for (int chunk = Math.max(1, best.faults().size() / 2); chunk >= 1; chunk /= 2) {
            best = fewerFaults(best, rule, chunk);
        }
        // One that could not go while another was there may go now.
        Small before;
        do {
            before = best;
            best = fewerFaults(best, rule, 1);
        } while (best.faults().size() < before.faults().size());
        return best;
    }

    private Small fewerFaults(Small from, Rule rule, int chunk) {
        Small best = from;
        for (List<String> part : parts(List.copyOf(best.faults().keySet()), chunk)) {
            Map<String, Harm> fewer = new LinkedHashMap<>(best.faults());
            if (fewer.keySet().removeAll(Set.copyOf(part))) {
                best = attempt(best.options().only(best.shoppers(), fewer), rule, best);
            }
        }
        return best;
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
