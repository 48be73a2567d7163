package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Offer;
import comeback.catalogue.Wanted;
import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.event.StockRequestEvent;
import comeback.event.StoreEvent;
import comeback.flow.BestCustomer;
import comeback.flow.Told;
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
 * Decides about every event as before, and keeps the lists of those who wait. First the list, then the customer: a report
 * that the customer knows already has done all that it does, and puts nobody on a list again who was told meanwhile.
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
        if (!(event.event() instanceof StockRequestEvent request)) {
            happenings.happened(store, event, raw);
            return;
        }
        Wanted wanted = wanted(store.id(), request.line());
        CustomerId place = CustomerId.of(event.refs().getFirst());
        Slot before = happenings.standing(store, place);
        boolean isRepeat = before instanceof Slot.Here here
                && here.customer().recentEvents().contains(event.id());
        if (!isRepeat && !(before instanceof Slot.Gone)) {
            list(store, event, request, wanted, before);
        }
        happenings.happened(store, event, raw);
        // A wave that met somebody whom nobody knew yet told nobody; and whoever was forgotten may have come again.
        if (!isRepeat && !(before instanceof Slot.Here)) {
            Slot after = happenings.standing(store, place);
            if (after instanceof Slot.Here) {
                list(store, event, request, wanted, after);
            }
        }
    }

    private void list(Store store, StoreEvent event, StockRequestEvent request, Wanted wanted, Slot standing) {
        switch (request) {
            case StockRequestEvent.BackInStockSubscribed asked -> {
                // With a key that stands in every browser anyone could make us write to anyone: there the letter that
                // asks whether it is theirs carries the request, and nothing is kept until they say so.
                if (event.keyClass() == KeyClass.SECRET) {
                    CustomerId place = CustomerId.of(event.refs().getFirst());
                    ask(store, place, standing, wanted, event.occurredAt());
                }
            }
            case StockRequestEvent.BackInStockUnsubscribed changed ->
                event.refs().forEach(ref -> waiting.forget(store.id(), wanted, CustomerId.of(ref)));
        }
    }

    @Override
    public Slot standing(Store store, CustomerId place) {
        return happenings.standing(store, place);
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
        Slot standing = happenings.standing(store, customer);
        if (!(standing instanceof Slot.Gone)) {
            ask(store, customer, standing, wanted(store.id(), line(wanted)), askedAt);
        }
    }

    private void ask(Store store, CustomerId place, Slot standing, Wanted wanted, Instant askedAt) {
        Instant until = askedAt.plus(LIFE);
        boolean wasTold = standing instanceof Slot.Here here && Told.since(here.customer(), wanted, askedAt);
        if (wasTold || !until.isAfter(clock.instant())) {
            return;
        }
        boolean isFirst =
                standing instanceof Slot.Here here && BestCustomer.goesFirst(here.customer(), store, clock.instant());
        Waiter waiter = new Waiter(place, askedAt, until).first(isFirst);
        if (waiting.ask(store.id(), wanted, waiter, WaitingList.REQUESTS_MAX)) {
            waves.asked(store.id(), wanted);
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
