package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.Offer;
import comeback.catalogue.Product;
import comeback.catalogue.Stock;
import comeback.catalogue.Wanted;
import comeback.catalogue.Wish;
import comeback.customer.CustomerId;
import comeback.flow.Input;
import comeback.store.Store;
import comeback.store.StoreId;
import comeback.wave.Waiter;
import comeback.wave.Wave;
import comeback.wave.WaveId;
import comeback.wave.WaveRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves waves on: load, look, commit, act. A page of people is taken in hand by a compare-and-set, leaves the list, and then
 * each of them is told by a decision that is once however often it is asked for. So killed anywhere, the next call goes on
 * with the same people. They leave before they are told: a letter may find within seconds that the thing is sold out again
 * and put them back, and who is put back must stay.
 */
public final class WaveWork implements StockWatch {
    /** A call tells so many pages; the rest is for the next minute's, so that no call outlives its time. */
    static final int PAGES_MAX = 40;

    /** Several look at a wave at once when a shop reports its stock in a burst. */
    private static final int TRIES_MAX = 10;

    private final Catalogue catalogue;
    private final WaitingList waiting;
    private final Waves waves;
    private final WaveAlarms alarms;
    private final Arrivals arrivals;
    private final InstantSource clock;

    /** Decides about one person who waited. */
    public interface Arrivals {
        /** The same arrival twice is once. */
        void arrived(Store store, CustomerId place, Input.StockArrived arrived);

        /** Whether this news has arrived there already. */
        default boolean knows(Store store, CustomerId place, Input.StockArrived arrived) {
            return false;
        }
    }

    public WaveWork(
            Catalogue catalogue,
            WaitingList waiting,
            Waves waves,
            WaveAlarms alarms,
            Arrivals arrivals,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.waiting = waiting;
        this.waves = waves;
        this.alarms = alarms;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** A shop told of a product: whoever waits for one of its variants may be told soon. */
    @Override
    public void told(StoreId store, Product product) {
        for (String variant : waiting.watched(store, product.id())) {
            Wanted wanted = new Wanted(product.id(), variant);
            look(store, wanted, offer(product, wanted).stock(), false);
        }
    }

    /** Somebody asked to be told. They are on the list already, so that stock that comes at this moment is theirs too. */
    public void asked(StoreId store, Wanted wanted) {
        Stock stock = catalogue
                .find(store, wanted.productId())
                .map(product -> offer(product, wanted).stock())
                .orElseGet(Stock.Unknown::new);
        look(store, wanted, stock, true);
    }

    private void look(StoreId store, Wanted wanted, Stock stock, boolean isAsked) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Wave> known = waves.find(store, WaveId.of(wanted));
            if (known.isEmpty() && !isAsked) {
                return;
            }
            Wave before = known.orElseGet(() -> Wave.of(wanted));
            Wave next = (isAsked ? before.asked() : before).seen(stock, rules(), clock.instant());
            boolean isSame = known.isPresent() && next.equals(before);
            if (isSame || waves.save(store, next, rules())) {
                // Also when nothing changed: who told us twice may do so because we fell before setting the alarm.
                setAlarm(store, next);
                return;
            }
        }
        throw new IllegalStateException("could not look at a wave of store " + store + ": too many writers at once");
    }

    /** Moves a wave on as far as it goes now, because its alarm rang or the sweeper found it; how many people were told. */
    public int work(Store store, WaveId id) {
        int told = 0;
        boolean isOurs = false;
        for (int page = 0; page < PAGES_MAX; page++) {
            Optional<Wave> found = waves.find(store.id(), id);
            if (found.isEmpty()) {
                return told;
            }
            Wave wave = found.get();
            Optional<Product> product = catalogue.find(store.id(), wave.wanted().productId());
            told += tell(store, wave, product, isOurs);
            Wave next = next(store.id(), wave, product);
            boolean isSaved = next.equals(wave) || waves.save(store.id(), next, rules());
            // Who was overtaken looks again; who has nobody in hand is done for now.
            if (isSaved && next.inHand().isEmpty()) {
                setAlarm(store.id(), next);
                return told;
            }
            isOurs = isSaved;
        }
        Instant now = clock.instant();
        alarms.set(store.id(), id, minuteFrom(now, now));
        return told;
    }

    private Wave next(StoreId store, Wave wave, Optional<Product> product) {
        Stock stock = product.map(its -> offer(its, wave.wanted()).stock()).orElseGet(Stock.Unknown::new);
        Wave seen = wave.told().seen(stock, rules(), clock.instant());
        return seen.room() == 0 ? seen : seen.taking(waiting.first(store, wave.wanted(), seen.room()));
    }

    /**
     * Also when it is sold out again meanwhile: some of them may have been told before, and all are looked at at sending.
     *
     * @param isOurs whether this call took them in hand; else somebody fell while they did, and who was told may be back on
     *     the list with a right to be there
     */
    private int tell(Store store, Wave wave, Optional<Product> product, boolean isOurs) {
        List<Waiter> inHand = wave.inHand();
        if (inHand.isEmpty() || !(wave.state() instanceof Wave.State.Open open)) {
            return 0;
        }
        Line line = product.map(its -> offer(its, wave.wanted()).asLine()).orElseGet(() -> bare(wave.wanted()));
        Instant now = clock.instant();
        Function<Waiter, Input.StockArrived> news = waiter -> new Input.StockArrived(
                new Wish(line, waiter.askedAt()),
                // With the person in it: what is told to two people is two pieces of news.
                wave.id() + "/" + open.name() + "/" + waiter.customer(),
                now);
        List<Waiter> leaving = isOurs
                ? inHand
                : inHand.stream()
                        .filter(waiter -> !arrivals.knows(store, waiter.customer(), news.apply(waiter)))
                        .toList();
        waiting.told(store.id(), wave.wanted(), leaving);
        inHand.stream()
                .filter(waiter -> waiter.isWaitingAt(now))
                .forEach(waiter -> arrivals.arrived(store, waiter.customer(), news.apply(waiter)));
        return inHand.size();
    }

    private static Offer offer(Product product, Wanted wanted) {
        return Offer.of(product, wanted.productId(), wanted.variant());
    }

    private static Line bare(Wanted wanted) {
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

    private void setAlarm(StoreId store, Wave wave) {
        Instant now = clock.instant();
        wave.dueAt(rules()).ifPresent(due -> alarms.set(store, wave.id(), minuteFrom(due, now)));
    }

    /** Never early: a wave that is looked at before its time would only be looked at twice. */
    private static Instant minuteFrom(Instant due, Instant now) {
        Instant time = due.isAfter(now) ? due : now;
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.isAfter(now) && minute.equals(time) ? minute : minute.plus(Duration.ofMinutes(1));
    }

    private static WaveRules rules() {
        return WaveRules.DEFAULT;
    }
}
