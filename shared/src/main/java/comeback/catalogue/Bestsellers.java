package comeback.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop sells most, as far as its orders are counted. An order weighs half as much a fortnight later, so each is
 * counted once and none has to be taken back: what is liked no more sinks by itself.
 *
 * @param version how often it was saved; 0 is never
 * @param counted the last order that is in it
 * @param sellers the heaviest first; at most {@value #KEPT_MAX}
 */
public record Bestsellers(long version, Optional<Last> counted, List<Seller> sellers) {
    /** So many can be asked for. */
    public static final int MAX = 50;

    /** What rises has to be counted before it is among the first. */
    public static final int KEPT_MAX = 200;

    /** Fewer orders with one are no fashion. */
    public static final int LIKED_MIN = 3;

    /** After so long an order weighs half. */
    static final Duration HALF_LIFE = Duration.ofDays(14);

    /** What one order weighs when it is placed. */
    static final long ORDER = 1_000;

    /** What is left of an order after some six weeks: a product of less is forgotten. */
    private static final long WEIGHT_MIN = 100;

    /** Of a shop of which no order was counted. */
    public static final Bestsellers NONE = new Bestsellers(0, Optional.empty(), List.of());

    public Bestsellers {
        sellers = List.copyOf(sellers);
    }

    /**
     * A product that sells.
     *
     * @param product as the storefront named it
     * @param orders how many had it since it is known here
     * @param weight of these at the time of the last order counted, in thousandths of an order
     */
    public record Seller(String product, int orders, long weight) {}

    /**
     * Where counting goes on: orders are counted by their time, and those of one time by their ids.
     *
     * @param order its id
     * @param at when it was placed
     */
    public record Last(String order, Instant at) {}

    /**
     * With these orders counted.
     *
     * @param orders those that follow the last one, oldest first
     */
    public Bestsellers after(List<Together> orders) {
        if (orders.isEmpty()) {
            return this;
        }
        Together last = orders.getLast();
        Map<String, Seller> counts = new HashMap<>();
        for (Seller seller : sellers) {
            Instant then = counted.map(Last::at).orElse(last.at());
            counts.put(
                    seller.product(),
                    new Seller(seller.product(), seller.orders(), left(seller.weight(), then, last.at())));
        }
        for (Together order : orders) {
            long weight = left(ORDER, order.at(), last.at());
            order.products()
                    .forEach(product -> counts.merge(product, new Seller(product, 1, weight), Bestsellers::plus));
        }
        List<Seller> heaviest = new ArrayList<>(counts.values());
        heaviest.removeIf(seller -> seller.weight() < WEIGHT_MIN);
        heaviest.sort(Comparator.comparingLong(Seller::weight).reversed().thenComparing(Seller::product));
        return new Bestsellers(
                version,
                Optional.of(new Last(last.order(), last.at())),
                heaviest.stream().limit(KEPT_MAX).toList());
    }

    /** What several people bought, best first; at most {@value #MAX}. */
    public List<String> liked() {
        return sellers.stream()
                .filter(seller -> seller.orders() >= LIKED_MIN)
                .map(Seller::product)
                .limit(MAX)
                .toList();
    }

    private static Seller plus(Seller one, Seller other) {
        return new Seller(one.product(), one.orders() + other.orders(), one.weight() + other.weight());
    }

    private static long left(long weight, Instant then, Instant now) {
        double halves = (double) Duration.between(then, now).toSeconds() / HALF_LIFE.toSeconds();
        return Math.round(weight * Math.pow(0.5, halves));
    }
}
