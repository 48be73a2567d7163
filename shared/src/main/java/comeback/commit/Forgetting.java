package comeback.commit;

import comeback.customer.CustomerId;
import comeback.customer.Forgotten;
import comeback.customer.Suppression;
import comeback.store.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Forgets a person. First a stone is put where they lie, so that from that moment on whatever waits for them finds nobody;
 * then what is filed about them is taken away in pages. Killed anywhere it is driven on by its alarm or the sweeper, because
 * the stone stands among what is to be looked after until nothing is left.
 */
public final class Forgetting {
    /** A call ends; what it leaves is done at the next look. */
    static final int PAGES_MAX = 40;

    private static final int TRIES_MAX = 10;

    private final Customers customers;
    private final Erasures erasures;
    private final Alarms alarms;
    private final InstantSource clock;

    public Forgetting(Customers customers, Erasures erasures, Alarms alarms, InstantSource clock) {
        this.customers = customers;
        this.erasures = erasures;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Forgets whoever lies at this place; what stays of them, or nothing when nobody was ever met there. Twice is once. */
    public Optional<Forgotten> forget(StoreId store, CustomerId place) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            switch (customers.follow(store, place).slot()) {
                case Slot.Nobody nobody -> {
                    return Optional.empty();
                }
                case Slot.Moved moved -> throw new IllegalStateException("signs were followed to a sign");
                case Slot.Gone gone -> {
                    driveOn(store, gone.stone());
                    return Optional.of(gone.stone());
                }
                case Slot.Here here -> {
                    Forgotten stone = Forgotten.instead(here.customer(), clock.instant());
                    if (erasures.bury(store, stone)) {
                        begin(store, stone);
                        return Optional.of(stone);
                    }
                }
            }
        }
        throw new IllegalStateException(
                "could not forget customer " + place + " of store " + store + ": too many writers at once");
    }

    private void begin(StoreId store, Forgotten stone) {
        alarms.set(
                store,
                stone.id(),
                stone.lookAgainAt().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
        clearAll(store, stone);
    }

    /** Takes away what is still there; when it is time for the second look and nothing was, it is done. */
    public void driveOn(StoreId store, Forgotten stone) {
        Instant now = clock.instant();
        if (clearAll(store, stone) && stone.doneAt().isEmpty() && !now.isBefore(stone.lookAgainAt())) {
            // Whoever was faster has done the same.
            erasures.finish(store, stone, now);
        }
    }

    /**
     * SES may say only now that an address is none, or that whoever reads there complained. The stone learns it, because the
     * person may come again.
     *
     * @throws IllegalStateException when they just did; asked again, it is told to them
     */
    void remember(StoreId store, CustomerId place, Suppression suppression) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            if (!(customers.follow(store, place).slot() instanceof Slot.Gone gone)) {
                break;
            }
            Forgotten stone = gone.stone().with(suppression);
            if (stone.equals(gone.stone())
                    || stone.doneAt()
                            .map(at -> erasures.finish(store, stone, at))
                            .orElseGet(() -> erasures.bury(store, stone))) {
                return;
            }
        }
        throw new IllegalStateException(
                "customer " + place + " of store " + store + " was forgotten and is not any more");
    }

    /** Whether nothing is left. */
    private boolean clearAll(StoreId store, Forgotten stone) {
        if (!(stone.state() instanceof Forgotten.State.UnderWay underWay)) {
            return true;
        }
        erasures.clear(store, underWay.orders());
        int pages = 0;
        for (CustomerId place : underWay.places()) {
            while (erasures.clear(store, place)) {
                pages++;
                if (pages == PAGES_MAX) {
                    return false;
                }
            }
        }
        return true;
    }
}
