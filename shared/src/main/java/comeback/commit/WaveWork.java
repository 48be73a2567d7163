package comeback.commit;

import comeback.catalogue.Line;
import comeback.catalogue.News;
import comeback.catalogue.Occasion;
import comeback.catalogue.Offer;
import comeback.catalogue.Product;
import comeback.catalogue.Sight;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
    private final Audience audience;
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

    /** Of shops that do not remember who saw what, for tests. */
    public WaveWork(
            Catalogue catalogue,
            WaitingList waiting,
            Waves waves,
            WaveAlarms alarms,
            Arrivals arrivals,
            InstantSource clock) {
        this(catalogue, waiting, Sightings.NONE, waves, alarms, arrivals, clock);
    }

    public WaveWork(
            Catalogue catalogue,
            WaitingList waiting,
            Sightings sightings,
            Waves waves,
            WaveAlarms alarms,
            Arrivals arrivals,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.waiting = waiting;
        this.audience = new Audience(sightings);
        this.waves = waves;
        this.alarms = alarms;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** A shop told of a product: whoever waits for one of its variants, or saw it, may be told soon. */
    @Override
    public void told(StoreId store, Product product) {
        for (String variant : waiting.watched(store, product.id())) {
            Wanted wanted = new Wanted(product.id(), variant);
            look(
                    store,
                    WaveId.of(wanted),
                    Optional::empty,
                    wave -> wave,
                    offer(product, wanted).stock());
        }
        Instant now = clock.instant();
        for (Occasion occasion : Occasion.of(product)) {
            if (occasion.since().plus(Occasion.LIFE).isAfter(now)) {
                Wave fresh = Wave.of(new Wanted(product.id(), product.id()), occasion);
                look(
                        store,
                        fresh.id(),
                        () -> audience.isThere(store, product) ? Optional.of(fresh) : Optional.empty(),
                        wave -> wave,
                        occasion.stock(product));
            }
        }
    }

    /** Somebody asked to be told. They are on the list already, so that stock that comes at this moment is theirs too. */
    public void asked(StoreId store, Wanted wanted) {
        Stock stock = catalogue
                .find(store, wanted.productId())
                .map(product -> offer(product, wanted).stock())
                .orElseGet(Stock.Unknown::new);
        look(store, WaveId.of(wanted), () -> Optional.of(Wave.of(wanted)), Wave::asked, stock);
    }

    /**
     * Looks at a wave, if there is one.
     *
     * @param fresh the one that begins where there is none, if one does
     * @param first what is made of it before the stock is looked at
     */
    private void look(
            StoreId store, WaveId id, Supplier<Optional<Wave>> fresh, UnaryOperator<Wave> first, Stock stock) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Wave> known = waves.find(store, id);
            Optional<Wave> before = known.or(fresh);
            if (before.isEmpty()) {
                return;
            }
            Wave next = first.apply(before.get()).seen(stock, rules(), clock.instant());
            boolean isSame = known.isPresent() && next.equals(before.get());
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
            if (isSaved && next.inHand().isEmpty() && next.room() == 0) {
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
        Wave seen = wave.told().seen(stock(wave, product), rules(), clock.instant());
        if (seen.room() == 0) {
            return seen;
        }
        return wave.occasion()
                .map(occasion -> audience.taken(store, seen, occasion, product.orElseThrow(), clock.instant()))
                .orElseGet(() -> seen.taking(waiting.first(store, wave.wanted(), seen.room())));
    }

    /** How many there are of what there is to tell. */
    private static Stock stock(Wave wave, Optional<Product> product) {
        return wave.occasion().isPresent()
                ? product.map(wave.occasion().get()::stock).orElseGet(Stock::none)
                : product.map(its -> offer(its, wave.wanted()).stock()).orElseGet(Stock.Unknown::new);
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
        Instant now = clock.instant();
        Function<Waiter, Input.StockArrived> news = waiter -> new Input.StockArrived(
                wish(wave, product, waiter),
                wave.occasion().map(Occasion::news).orElse(News.BACK),
                waiter.saw().filter(Sight::isWished).isPresent(),
                // With the person in it: what is told to two people is two pieces of news.
                wave.id() + "/" + open.name() + "/" + waiter.customer(),
                now);
        if (wave.occasion().isEmpty()) {
            leave(store, wave, inHand, news, isOurs);
        }
        inHand.stream()
                .filter(waiter -> waiter.isWaitingAt(now))
                .forEach(waiter -> arrivals.arrived(store, waiter.customer(), news.apply(waiter)));
        return inHand.size();
    }

    private void leave(
            Store store, Wave wave, List<Waiter> inHand, Function<Waiter, Input.StockArrived> news, boolean isOurs) {
        List<Waiter> leaving = isOurs
                ? inHand
                : inHand.stream()
                        .filter(waiter -> !arrivals.knows(store, waiter.customer(), news.apply(waiter)))
                        .toList();
        waiting.told(store.id(), wave.wanted(), leaving);
    }

    private static Wish wish(Wave wave, Optional<Product> product, Waiter waiter) {
        if (wave.occasion().isPresent()) {
            return Audience.wish(product.orElseThrow(), waiter);
        }
        Line line = product.map(its -> offer(its, wave.wanted()).asLine()).orElseGet(() -> bare(wave.wanted()));
        return new Wish(line, waiter.askedAt());
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
