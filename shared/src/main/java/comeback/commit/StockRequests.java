package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Offer;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import comeback.store.KeyClass;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides about every event as before, and keeps the lists of those who wait. First the customer, then the list: who falls
 * between the two is told to repeat, and both are once.
 */
public final class StockRequests implements Happenings {
    /** A request is honest for so long; who asks again waits longer. */
    public static final Duration LIFE = Duration.ofDays(90);

    private final Happenings happenings;
    private final Catalogue catalogue;
    private final WaitingList waiting;
    private final WaveWork waves;
    private final InstantSource clock;

    public StockRequests(
            Happenings happenings, Catalogue catalogue, WaitingList waiting, WaveWork waves, InstantSource clock) {
        this.happenings = happenings;
        this.catalogue = catalogue;
        this.waiting = waiting;
        this.waves = waves;
        this.clock = clock;
    }

    @Override
    public void happened(Store store, StoreEvent event, Map<String, Object> raw) {
        happenings.happened(store, event, raw);
        if (!(event.event() instanceof StockRequestEvent request)) {
            return;
        }
        Wanted wanted = wanted(store.id(), request.line());
        switch (request) {
            case StockRequestEvent.BackInStockSubscribed asked -> {
                // With a key that stands in every browser anyone could make us write to anyone: there the letter that
                // asks whether it is theirs carries the request, and nothing is kept until they say so.
                CustomerId place = CustomerId.of(event.refs().getFirst());
                if (event.keyClass() == KeyClass.SECRET && !happenings.isForgotten(store, place)) {
                    ask(store.id(), place, wanted, event.occurredAt());
                }
            }
            case StockRequestEvent.BackInStockUnsubscribed changed ->
                event.refs().forEach(ref -> waiting.forget(store.id(), wanted, CustomerId.of(ref)));
        }
    }

    @Override
    public boolean isForgotten(Store store, CustomerId place) {
        return happenings.isForgotten(store, place);
    }

    @Override
    public Optional<Forgotten> forget(Store store, CustomerId place) {
        return happenings.forget(store, place);
    }

    /**
     * Somebody said that a request is theirs. They stand where they asked, and saying it again changes nothing.
     *
     * @param wanted as the storefront named it
     */
    public void confirmed(Store store, CustomerId customer, Wanted wanted, Instant askedAt) {
        if (!happenings.isForgotten(store, customer)) {
            ask(store.id(), customer, wanted(store.id(), line(wanted)), askedAt);
        }
    }

    private void ask(StoreId store, CustomerId place, Wanted wanted, Instant askedAt) {
        Instant until = askedAt.plus(LIFE);
        if (!until.isAfter(clock.instant())) {
            return;
        }
        if (waiting.ask(store, wanted, new Waiter(place, askedAt, until), WaitingList.REQUESTS_MAX)) {
            waves.asked(store, wanted);
        }
    }

    private static Line line(Wanted wanted) {
        return new Line(
                wanted.productId(),
                wanted.variant(),
                wanted.productId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    /** By the catalogue's ids, however the storefront calls it. */
    private Wanted wanted(StoreId store, Line line) {
        return Optional.ofNullable(catalogue.offers(store, List.of(line)).get(line))
                .map(Offer::wanted)
                .orElseGet(() -> Wanted.of(line));
    }
}
