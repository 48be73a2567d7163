package comeback.simulation.shop;

import comeback.simulation.shop.Act.What;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A life that is told, not drawn: small enough for every single call of it to go wrong in every way.
 *
 * @param name for the command line
 * @param seed of what is drawn all the same: how long calls take, what mail programs do
 * @param days how long it is
 * @param lives what each shopper does, by number
 * @param counts what becomes of the one thing that comes and goes, if there is one
 */
public record Story(String name, long seed, int days, Map<Integer, List<Scene>> lives, Map<Duration, Integer> counts) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** After the first minute's own work. */
    private static final Duration LATER = Duration.ofHours(1);

    public Story {
        lives = Map.copyOf(lives);
        counts = Map.copyOf(counts);
    }

    /**
     * Something that happens.
     *
     * @param after the beginning
     * @param what it is
     */
    public record Scene(Duration after, What what) {}

    /** The highest number of a shopper, and one. */
    public int shoppers() {
        return lives.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
    }

    /** A shopper of it. */
    public Shopper shopper(int number, Store store, String email, Instant start) {
        List<Act> acts = new ArrayList<>();
        for (Scene scene : lives.getOrDefault(number, List.of())) {
            Instant at = start.plus(LATER).plus(scene.after());
            acts.add(new Act("e" + number + "-" + (acts.size() + 1), scene.what(), at, at.plusMillis(300)));
        }
        return new Shopper(number, store, email, ZONE, "en-US", true, acts);
    }

    /** The thing that comes and goes, in its store. */
    Shelf shelf(Store store, Instant start) {
        List<Shelf.Count> all = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> new Shelf.Count(start.plus(LATER).plus(count.getKey()), count.getValue()))
                        .toList();
        return new Shelf(store, Shelf.product(0), all);
    }
}
