package comeback.simulation.shop;

import comeback.simulation.time.Dice;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How many there are of one thing, over time: sold out, back for minutes or days, sold out again; and in the end back for
 * good.
 *
 * @param store whose
 * @param product its id
 * @param counts in the order of time
 */
public record Shelf(Store store, String product, List<Count> counts) {
    /** How many things of a store come and go. */
    public static final int PRODUCTS = 3;

    /** So long before the end they are back for good: longer than any fault. */
    private static final Duration FOR_GOOD = Duration.ofDays(3);

    private static final int PLENTY = 10_000;

    public Shelf {
        counts = List.copyOf(counts);
    }

    /**
     * A count.
     *
     * @param at when it was counted
     * @param units how many there were
     */
    public record Count(Instant at, int units) {}

    /** How the shop calls its thing of this number. */
    static String product(int number) {
        return "w" + number;
    }

    /** Its title, by which a letter's reader knows it. */
    public static String title(String product) {
        return "Ware " + product + ";";
    }

    static Shelf draw(Dice dice, Store store, int number, Instant start, Instant end) {
        String product = product(number);
        SplittableRandom random = dice.stream("shelf", store.id() + "/" + product, 0);
        List<Count> counts = new ArrayList<>();
        Instant last = end.minus(FOR_GOOD);
        Instant at = start.plusSeconds(60);
        counts.add(new Count(at, 0));
        at = at.plus(upTo(random, Duration.ofDays(9)));
        while (at.isBefore(last)) {
            counts.add(new Count(at, random.nextInt(4) == 0 ? 40 : 1 + random.nextInt(2)));
            at = at.plus(Duration.ofMinutes(1))
                    .plus(upTo(random, random.nextBoolean() ? Duration.ofMinutes(20) : Duration.ofDays(2)));
            if (at.isBefore(last)) {
                counts.add(new Count(at, 0));
            }
            at = at.plus(Duration.ofMinutes(1))
                    .plus(upTo(random, random.nextInt(5) == 0 ? Duration.ofMinutes(30) : Duration.ofDays(12)));
        }
        counts.add(new Count(last, PLENTY));
        return new Shelf(store, product, counts);
    }

    private static Duration upTo(SplittableRandom random, Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }
}
