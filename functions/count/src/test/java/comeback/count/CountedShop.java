package comeback.count;

import comeback.TestStores;
import comeback.catalogue.Money;
import comeback.commit.Commit;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryTallies;
import comeback.commit.LogEntry;
import comeback.commit.Samples;
import comeback.commit.TablePorts;
import comeback.commit.Tallies;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Forgotten;
import comeback.customer.Identity;
import comeback.customer.Lot;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Ref;
import comeback.customer.Started;
import comeback.engagement.Judge;
import comeback.engagement.Touch;
import comeback.flow.Input;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.message.Terms;
import comeback.report.Attribution;
import comeback.report.Counts;
import comeback.report.Provider;
import comeback.report.Row;
import comeback.report.Tally;
import comeback.report.Trial;
import comeback.report.Trials;
import comeback.store.Store;
import comeback.store.StoreId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A shop in memory with one customer, whose letters and purchases are counted. Each change leaves a hint, as the stream does. */
final class CountedShop {
    static final Currency USD = Currency.getInstance("USD");

    private static final Store STORE = TestStores.demo();
    static final Trial TRIAL = new Trial("win-back", Lot.holdout(10));
    private static final CustomerId ADA = CustomerId.of(Ref.user("ada"));
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0";

    private final InMemoryTable table = new InMemoryTable();
    private final TablePorts ports = table.ports();
    private final InMemoryTallies tallies = new InMemoryTallies();
    private final List<Hint> all = new ArrayList<>();
    private final List<Hint> waiting = new ArrayList<>();
    private Instant now = Samples.NOW;
    private int deaths;

    CountedShop() {
        ports.stores().save(STORE);
        keep(
                Customer.unknown(ADA)
                        .with(new Identity(
                                Set.of(Ref.user("ada")), List.of(), Optional.of(new EmailAddress("ada@gmail.com")))),
                Optional.empty());
    }

    private void keep(Customer next, Optional<LogEntry> line) {
        ports.customers().commit(STORE.id(), new Commit(next, List.of(), Set.of(), List.of(), List.of(), line));
    }

    private Customer ada() {
        return ports.customers().at(STORE.id(), ADA);
    }

    private static MessageId id(String letter) {
        return MessageId.of(STORE.id(), "cart", letter, "need-help");
    }

    private Optional<Message> message(String letter) {
        return ports.messages().find(STORE.id(), id(letter));
    }

    private void hint(Hint hint) {
        all.add(hint);
        waiting.add(hint);
    }

    void later(Duration by) {
        now = now.plus(by);
    }

    private void settles(String letter, MessageState state) {
        if (message(letter).isEmpty()) {
            Message born = new Message(
                    id(letter),
                    STORE.id(),
                    ADA,
                    "cart",
                    "abcd",
                    letter,
                    "need-help",
                    Optional.of("need-help-b"),
                    MessageClass.MARKETING,
                    Terms.usual(MessageClass.MARKETING),
                    new About.TheCart("cart-1"),
                    now,
                    new MessageState.Due(now, 0),
                    Optional.empty());
            ports.customers()
                    .commit(
                            STORE.id(),
                            new Commit(ada(), List.of(), Set.of(), List.of(born), List.of(), Optional.empty()));
            ports.messages().change(born, state);
            hint(new Hint.Settled(STORE.id(), id(letter)));
        }
    }

    void sends(String letter) {
        settles(letter, new MessageState.Accepted("ses-" + letter, now));
    }

    void skips(String letter, String rule) {
        settles(letter, new MessageState.Skipped(new Ruling(rule, "", "because", "otherwise"), now));
    }

    void arrives(String letter) {
        learns(letter, Feedback.Kind.DELIVERED);
    }

    void bounces(String letter) {
        learns(letter, Feedback.Kind.HARD_BOUNCE);
    }

    private void learns(String letter, Feedback.Kind kind) {
        ports.messages().learn(STORE.id(), id(letter), new Feedback(kind, now));
        hint(new Hint.Settled(STORE.id(), id(letter)));
    }

    /** A link is followed five minutes after all before; nobody has made anything of it yet. */
    void clicks(String letter) {
        later(Duration.ofMinutes(5));
        Touch click = Touch.click(STORE.id(), now, "https://shop.example/mug", "198.51.100.7", BROWSER);
        if (message(letter).isPresent()) {
            table.engagements().touched(STORE.id(), id(letter), click);
            hint(new Hint.Settled(STORE.id(), id(letter)));
        }
    }

    /** As the sweeper does: the customer is told first, then the letter keeps what was made of it. */
    void judges(String letter) {
        Optional<Message> found =
                message(letter).filter(message -> !message.touches().clicks().isEmpty());
        if (found.isEmpty()) {
            return;
        }
        Message message = found.get();
        Touch click = message.touches().clicks().getLast();
        keep(
                ada(),
                Optional.of(new LogEntry(
                        click.at(),
                        message.id() + "-CLICK-" + click.mark(),
                        Input.Clicked.NAME,
                        "SES",
                        Map.of(),
                        List.of(),
                        List.of(message.id()))));
        table.engagements().judged(message, Judge.judge(message.touches(), message.arrivedAt(), Map.of()));
        hint(new Hint.Settled(STORE.id(), message.id()));
    }

    void follows(String letter) {
        clicks(letter);
        judges(letter);
    }

    void stopsBy(String letter) {
        table.engagements().touched(STORE.id(), id(letter), Touch.stop(now));
        hint(new Hint.Settled(STORE.id(), id(letter)));
    }

    void buys(String order, int dollars) {
        later(Duration.ofMinutes(5));
        if (ada().shopping().order(new OrderId(order)).isEmpty()) {
            changes(order, state -> state.seenAt(now, order(order, dollars)));
        }
    }

    private Order order(String id, int dollars) {
        var sample = Samples.order(id);
        Optional<Money> total = Optional.of(Money.of(BigDecimal.valueOf(dollars), USD));
        return new Order(
                sample.id(),
                sample.number(),
                now,
                sample.payment(),
                sample.lines(),
                0,
                new Order.Amounts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), total),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The flow begins for her, as it does now and then. */
    void enters(boolean isHeldOut) {
        later(Duration.ofMinutes(5));
        int run = ada().started().size() + 1;
        Lot lot = Lot.ofHoldout(10, isHeldOut);
        keep(ada().withStarted(new Started("win-back", "ada", now, run, isHeldOut, List.of(lot))), Optional.empty());
        hint(new Hint.Sold(STORE.id(), ADA, List.of(), List.of(TRIAL)));
    }

    void paysBack(String order, int dollars) {
        changes(
                order,
                state -> state.refunded(
                        "refund-" + dollars, Optional.of(Money.of(BigDecimal.valueOf(dollars), USD)), false));
    }

    void cancels(String order) {
        changes(order, state -> state.with(OrderState.Milestone.CANCELLED));
    }

    private void changes(String order, UnaryOperator<OrderState> change) {
        OrderId id = new OrderId(order);
        OrderState state = ada().shopping().order(id).orElse(OrderState.unheardOf(id));
        keep(ada().with(ada().shopping().with(change.apply(state))), Optional.empty());
        hint(new Hint.Sold(STORE.id(), ADA, List.of(id), List.of(TRIAL)));
    }

    void forgetsAda() {
        var erasures = table.erasures(table.waves());
        Customer ada = ada();
        erasures.bury(STORE.id(), new Forgotten(ADA, ada.version(), now, List.of(), new Forgotten.State.Done(now)));
        while (erasures.clear(STORE.id(), ADA)) {
            now = now.plusSeconds(1);
        }
    }

    private Counting counting(Tallies kept) {
        return new Counting(ports.stores(), ports.customers(), ports.messages(), ports.timelines(), kept, () -> now);
    }

    void counts() {
        counting(tallies).count(waiting);
        waiting.clear();
    }

    void countsAllAgain() {
        counting(tallies).count(all);
    }

    /** In any order, some of it twice or from long ago, by functions that die now and then. What failed waits on. */
    void countsBadly(Random dice) {
        List<Hint> batch = new ArrayList<>(waiting);
        for (int old = all.isEmpty() ? 0 : dice.nextInt(4); old > 0; old--) {
            batch.add(all.get(dice.nextInt(all.size())));
        }
        Collections.shuffle(batch, dice);
        try {
            counting(new Mortal(dice)).count(batch);
            waiting.clear();
        } catch (IllegalStateException death) {
            deaths++;
        }
    }

    int deaths() {
        return deaths;
    }

    /** Dies before or after some of its writes. */
    private final class Mortal implements Tallies {
        private final Random dice;

        Mortal(Random dice) {
            this.dice = dice;
        }

        @Override
        public List<Counted> counted(List<Subject> subjects) {
            return tallies.counted(subjects);
        }

        @Override
        public boolean count(List<Change> changes) {
            if (dice.nextInt(6) == 0) {
                throw new IllegalStateException("killed before it");
            }
            boolean isDone = tallies.count(changes);
            if (dice.nextInt(6) == 0) {
                throw new IllegalStateException("killed after it");
            }
            return isDone;
        }

        @Override
        public SortedMap<Row, Counts> between(StoreId store, LocalDate from, LocalDate to) {
            return tallies.between(store, from, to);
        }

        @Override
        public Trials trials(StoreId store, YearMonth from, YearMonth to) {
            return tallies.trials(store, from, to);
        }
    }

    /** What is measured, all months. */
    Trials trials() {
        YearMonth first = YearMonth.of(2026, 3);
        return tallies.trials(STORE.id(), first, first.plusMonths(12));
    }

    /** The same from nothing but what is kept of her; she counts from the first time. */
    Trials tryAgain() {
        return new Trials(ada().started().stream()
                .filter(start -> start.lot(TRIAL.name()).isPresent())
                .min(Comparator.comparing(Started::at))
                .map(start -> Tally.of(start, TRIAL, ada().shopping().orders(), STORE.zone())
                        .rows())
                .orElseGet(TreeMap::new));
    }

    /** All sums that there are. */
    SortedMap<Row, Counts> sums() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        return tallies.between(STORE.id(), first, first.plusDays(Tallies.DAYS_MAX - 1));
    }

    /** The same from nothing but what is kept of messages and orders. */
    SortedMap<Row, Counts> recount() {
        List<Message> letters = all.stream()
                .flatMap(hint -> hint instanceof Hint.Settled settled
                        ? ports.messages().find(STORE.id(), settled.message()).stream()
                        : Stream.empty())
                .distinct()
                .toList();
        SortedMap<Row, Counts> sums = new TreeMap<>();
        letters.forEach(letter -> add(sums, Tally.of(letter, STORE.zone(), providerOf(letter))));
        ada().shopping()
                .orders()
                .forEach(order -> add(
                        sums,
                        Tally.of(
                                order,
                                STORE.zone(),
                                Attribution.of(order, letters).flatMap(letter -> Tally.row(letter, STORE.zone())))));
        return sums;
    }

    private static Optional<Provider> providerOf(Message letter) {
        return letter.state() instanceof MessageState.Accepted ? Optional.of(Provider.GMAIL) : Optional.empty();
    }

    private static void add(SortedMap<Row, Counts> sums, Tally tally) {
        tally.rows().forEach((row, counts) -> sums.merge(row, counts, Counts::plus));
    }
}
