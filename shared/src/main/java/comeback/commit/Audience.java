package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Occasion;
import comeback.catalogue.Offer;
import comeback.catalogue.Product;
import comeback.catalogue.Sight;
import comeback.catalogue.Wish;
import comeback.customer.CustomerId;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom an occasion is news for, of all who saw its product: read a page at a time, and never all of them. */
final class Audience {
    private static final int PAGE = 100;

    /** One step of a wave looks at so many pages: most of those who saw a thing saw it cheap already. */
    private static final int PAGES_MAX = 10;

    private final Sightings sightings;

    Audience(Sightings sightings) {
        this.sightings = sightings;
    }

    boolean isThere(StoreId store, Product product) {
        return !sightings.page(store, product.id(), Optional.empty(), 1).isEmpty();
    }

    /** The wave with the next people in hand. */
    Wave taken(StoreId store, Wave wave, Occasion occasion, Product product, Instant now) {
        List<Waiter> taken = new ArrayList<>();
        Optional<CustomerId> reached = wave.reached();
        boolean isEnd = false;
        for (int page = 0; page < PAGES_MAX && !isEnd && taken.size() < wave.room(); page++) {
            List<Waiter> read = sightings.page(store, product.id(), reached, PAGE);
            int looked = 0;
            for (; looked < read.size() && taken.size() < wave.room(); looked++) {
                Waiter waiter = read.get(looked);
                if (waiter.isWaitingAt(now) && isNewsOf(waiter, occasion, product)) {
                    taken.add(waiter);
                }
                reached = Optional.of(waiter.customer());
            }
            isEnd = looked == read.size() && read.size() < PAGE;
        }
        return wave.taking(taken, reached, isEnd);
    }

    private static boolean isNewsOf(Waiter waiter, Occasion occasion, Product product) {
        return waiter.saw()
                .filter(saw -> occasion.isNewsOf(offer(product, saw), saw, waiter.askedAt()))
                .isPresent();
    }

    /** What they saw, at the price that they saw. */
    static Wish wish(Product product, Waiter waiter) {
        Sight saw = waiter.saw().orElseThrow();
        Offer offer = offer(product, saw);
        Line line = offer.asLine();
        return new Wish(
                saw.priceAt(offer, waiter.askedAt()).map(line::withPrice).orElse(line), waiter.askedAt());
    }

    private static Offer offer(Product product, Sight saw) {
        return Offer.of(product, product.id(), saw.variantId());
    }
}
