package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Offer;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
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
                // With a key that stands in every browser anyone could make us write to anyone.
                if (event.keyClass() == KeyClass.SECRET) {
                    ask(store.id(), wanted, event);
                }
            }
            case StockRequestEvent.BackInStockUnsubscribed changed ->
                event.refs().forEach(ref -> waiting.forget(store.id(), wanted, CustomerId.of(ref)));
        }
    }

    private void ask(StoreId store, Wanted wanted, StoreEvent event) {
        Instant now = clock.instant();
        Instant until = event.occurredAt().plus(LIFE);
        if (!until.isAfter(now)) {
            return;
        }
        CustomerId place = CustomerId.of(event.refs().getFirst());
        if (waiting.ask(store, wanted, new Waiter(place, event.occurredAt(), until), WaitingList.REQUESTS_MAX)) {
            waves.asked(store, wanted);
        }
    }

    /** By the catalogue's ids, however the storefront calls it. */
    private Wanted wanted(StoreId store, Line line) {
        return Optional.ofNullable(catalogue.offers(store, List.of(line)).get(line))
                .map(Offer::wanted)
                .orElseGet(() -> Wanted.of(line));
    }
}
