package comeback.commit;

import comeback.customer.ConsentWord;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Fingerprint;
import comeback.customer.Forgotten;
import comeback.customer.Ref;
import comeback.customer.Suppression;
import comeback.event.PersonEvent;
import comeback.event.StoreEvent;
import comeback.flow.Decide;
import comeback.flow.Decision;
import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flow.Input;
import comeback.flow.Reason;
import comeback.flow.Watching;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.store.KeyClass;
import comeback.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Load, decide, commit, act: what every function does with a customer. The decision is pure; what it changes is committed
 * at once or not at all; the act (an alarm) may be repeated and may be lost.
 */
public final class CustomerDecisions implements Happenings, WaveWork.Arrivals {
    /** Two writers meet now and then, ten in a row never. */
    private static final int TRIES_MAX = 10;

    private final Customers customers;
    private final Alarms alarms;
    private final FlowShelf flows;
    private final InstantSource clock;
    private final DecisionLog log;
    private final Optional<Forgetting> forgetting;

    /** Told of every decision that was committed: one line each for the log. */
    public interface DecisionLog {
        void decided(Store store, CustomerId customer, String input, Decision decision);
    }

    /** Decisions about people of whom none can be forgotten, for tests. */
    public CustomerDecisions(
            Customers customers, Alarms alarms, FlowShelf flows, InstantSource clock, DecisionLog log) {
        this(customers, alarms, flows, clock, log, Optional.empty());
    }

    /** The same, which also forget people when that is wanted. */
    public CustomerDecisions(
            Customers customers,
            Alarms alarms,
            FlowShelf flows,
            InstantSource clock,
            DecisionLog log,
            Erasures erasures) {
        this(customers, alarms, flows, clock, log, Optional.of(new Forgetting(customers, erasures, alarms, clock)));
    }

    private CustomerDecisions(
            Customers customers,
            Alarms alarms,
            FlowShelf flows,
            InstantSource clock,
            DecisionLog log,
            Optional<Forgetting> forgetting) {
        this.forgetting = forgetting;
        this.customers = customers;
        this.alarms = alarms;
        this.flows = flows;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public void happened(Store store, StoreEvent event, Map<String, Object> raw) {
        // Of a browser anybody can say so; there it only ends what promotes.
        if (event.event() instanceof PersonEvent.CustomerRedacted
                && event.keyClass() == KeyClass.SECRET
                && forgetting.isPresent()) {
            event.refs().forEach(ref -> forgetting.get().forget(store.id(), CustomerId.of(ref)));
            return;
        }
        Decided input = new Decided(
                new Input.Happened(event),
                event.occurredAt(),
                event.id(),
                event.name(),
                event.source(),
                raw,
                List.of());
        settle(store, input, () -> Household.resolve(customers, store.id(), event));
    }

    @Override
    public Slot standing(Store store, CustomerId place) {
        return customers.follow(store.id(), place).slot();
    }

    @Override
    public Optional<Forgotten> forget(Store store, CustomerId place) {
        return forgetting
                .orElseThrow(() -> new UnsupportedOperationException("nobody is forgotten here"))
                .forget(store.id(), place);
    }

    /** Looks at a customer because an alarm or the sweeper said so. */
    public void woke(Store store, CustomerId id) {
        Instant now = clock.instant();
        Decided input = new Decided(new Input.Woke(), now, "woke", "Alarm", "schedule", Map.of(), List.of());
        settle(store, input, () -> awake(store, id));
    }

    /** Whoever wanted to be forgotten is driven on in that, and not decided about. */
    private Optional<Household> awake(Store store, CustomerId id) {
        Slot slot = customers.follow(store.id(), id).slot();
        if (slot instanceof Slot.Gone gone) {
            forgetting.ifPresent(its -> its.driveOn(store.id(), gone.stone()));
        }
        return slot instanceof Slot.Here here ? Optional.of(Household.of(here.customer())) : Optional.empty();
    }

    /** What the customer waits for is there. */
    @Override
    public void arrived(Store store, CustomerId place, Input.StockArrived arrived) {
        Decided input = new Decided(arrived, arrived.at(), arrived.id(), arrived.name(), "wave", Map.of(), List.of());
        settle(store, input, () -> alone(store, place));
    }

    @Override
    public boolean knows(Store store, CustomerId place, Input.StockArrived arrived) {
        return customers.at(store.id(), place).recentEvents().contains(arrived.id());
    }

    /**
     * SES told something of which this customer must know.
     *
     * @param about the message that it told of
     * @param name of the report, for the timeline
     */
    public void reported(Store store, CustomerId id, MessageId about, Input.Reported report, String name) {
        Decided input = new Decided(report, report.at(), report.reportId(), name, "SES", Map.of(), List.of(about));
        reported(store, id, input);
    }

    private void reported(Store store, CustomerId id, Decided input) {
        boolean isKnown = settle(store, input, () -> alone(store, id));
        if (!isKnown && input.input() instanceof Input.Undeliverable undeliverable) {
            forgetting.ifPresent(its -> its.remember(store.id(), id, undeliverable.suppression()));
        }
    }

    /**
     * SES writes to an address no more, and no report of it reached us. Nobody gets known by that.
     *
     * @param at since when
     * @return whether somebody learned it now
     */
    public boolean suppressed(Store store, EmailAddress address, Suppression.Reason reason, Instant at) {
        CustomerId place = CustomerId.of(Ref.email(address));
        boolean isNews = switch (customers.follow(store.id(), place).slot()) {
            case Slot.Nobody nobody -> false;
            case Slot.Here here -> isNews(here.customer().suppressions(), address, reason);
            case Slot.Gone gone -> isNews(gone.stone().suppressions(), address, reason);
            case Slot.Moved moved -> throw new IllegalStateException("signs were followed to a sign");
        };
        if (isNews) {
            String id = "suppressed-" + Fingerprint.of("suppressed", address.inbox(), reason.name());
            var report = new Input.Undeliverable(new Suppression(address.inbox(), reason, at), id);
            Map<String, Object> raw = Map.of("list", "SES", "reason", reason.name());
            reported(store, place, new Decided(report, at, id, "Address Suppressed", "SES", raw, List.of()));
        }
        return isNews;
    }

    /** Who reported spam has said more than that an address is none. */
    private static boolean isNews(List<Suppression> known, EmailAddress address, Suppression.Reason reason) {
        return known.stream()
                .filter(suppression -> suppression.isOf(address))
                .noneMatch(suppression ->
                        suppression.reason() == reason || suppression.reason() == Suppression.Reason.COMPLAINT);
    }

    /** The customer used the unsubscribe link. */
    public void askedToStop(Store store, CustomerId id, Input.AskedToStop asked) {
        settle(store, atPage(asked, asked.at(), "stop-", "Unsubscribed", asked.source()), () -> alone(store, id));
    }

    /** The customer chose what they get. */
    public void chose(Store store, CustomerId id, Input.Chose chose) {
        settle(store, atPage(chose, chose.at(), "chose-", Input.Chose.NAME, "page"), () -> alone(store, id));
    }

    private static Decided atPage(Input input, Instant at, String kind, String name, String source) {
        return new Decided(input, at, kind + at.getEpochSecond(), name, source, Map.of(), List.of());
    }

    /**
     * An input with what the timeline says of it.
     *
     * @param at when it happened
     * @param id names it
     * @param about messages that it tells of
     */
    private record Decided(
            Input input,
            Instant at,
            String id,
            String name,
            String source,
            Map<String, Object> raw,
            List<MessageId> about) {}

    private Optional<Household> alone(Store store, CustomerId id) {
        Customers.Found found = customers.follow(store.id(), id);
        return switch (found.slot()) {
            case Slot.Here here -> Optional.of(Household.of(here.customer()));
            case Slot.Nobody nobody -> Optional.of(Household.of(Customer.unknown(found.place())));
            case Slot.Gone gone -> Optional.empty();
            case Slot.Moved moved -> throw new IllegalStateException("signs were followed to a sign");
        };
    }

    /**
     * An empty household is one of somebody forgotten: nothing is decided, and nothing kept.
     *
     * @return false when it was empty
     */
    private boolean settle(Store store, Decided input, Supplier<Optional<Household>> load) {
        Set<MessageId> knownMessages = new HashSet<>();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Household> found = load.get();
            if (found.isEmpty()) {
                return false;
            }
            Household household = found.get();
            Customer seen = household.customer();
            boolean isOfUs = input.input() instanceof Input.Woke || input.input() instanceof Input.StockArrived;
            if (isOfUs && seen.version() == 0) {
                return true;
            }
            if (seen.recentEvents().contains(input.id())) {
                repeatActs(store, seen);
                return true;
            }
            Flows known = flowsFor(seen);
            Decision decision = Decide.decide(seen, inputFor(household, input), store, known, clock.instant());
            if (input.input() instanceof Input.Woke && decision.next().equals(seen)) {
                return true;
            }
            keepNewFlows(seen, decision.next(), known);
            switch (customers.commit(store.id(), commit(seen, household, decision, input, knownMessages))) {
                case Committed.Saved saved -> {
                    decision.alarm()
                            .ifPresent(
                                    at -> alarms.set(store.id(), decision.next().id(), at));
                    log.decided(store, decision.next().id(), input.name(), decision);
                    return true;
                }
                case Committed.Stale stale -> {}
                case Committed.AlreadyDone done -> knownMessages.addAll(done.messages());
            }
        }
        throw new IllegalStateException(
                "could not decide about " + input.name() + " for store " + store.id() + ": too many writers at once");
    }

    /** Today's flows, and for journeys that began under another file that file. */
    private Flows flowsFor(Customer customer) {
        Flows today = flows.today();
        List<Flow> older = customer.journeys().stream()
                .filter(journey -> today.named(journey.flow())
                        .filter(flow -> !flow.version().equals(journey.version()))
                        .isPresent())
                .flatMap(journey -> flows.former(journey.flow(), journey.version()).stream())
                .toList();
        return older.isEmpty() ? today : today.with(older);
    }

    /** Before the commit, so that no journey runs whose file is not kept. */
    private void keepNewFlows(Customer seen, Customer next, Flows known) {
        next.journeys().stream()
                .filter(journey -> seen.journey(journey.flow(), journey.key()).isEmpty())
                .flatMap(journey -> known.of(journey).stream())
                .forEach(flows::keep);
    }

    /** Nobody is written to at an address that they only claim. */
    private static Input inputFor(Household household, Decided decided) {
        return household.addressIsAnothers() && decided.input() instanceof Input.Happened happened
                ? new Input.Happened(happened.event().withoutAddress())
                : decided.input();
    }

    /** Who repeats may do so because we fell after committing: the alarm may be missing. */
    private void repeatActs(Store store, Customer customer) {
        customer.alarmAt()
                .filter(at -> at.isAfter(clock.instant()))
                .filter(at -> !customer.journeys().isEmpty())
                .ifPresent(at -> alarms.set(store.id(), customer.id(), at));
    }

    private static Commit commit(
            Customer seen, Household household, Decision decision, Decided input, Set<MessageId> knownMessages) {
        List<Message> born = decision.messages().stream()
                .filter(message -> !knownMessages.contains(message.id()))
                .toList();
        // An alarm that only sets the next one is no news; everything that a storefront or a shopper did is.
        boolean isNews = !(input.input() instanceof Input.Woke)
                || decision.why().stream().anyMatch(reason -> reason.verdict() != Reason.Verdict.WAITING);
        Optional<LogEntry> entry = isNews
                ? Optional.of(new LogEntry(
                        input.at(),
                        input.id(),
                        input.name(),
                        input.source(),
                        input.raw(),
                        decision.why(),
                        Stream.concat(input.about().stream(), born.stream().map(Message::id))
                                .toList()))
                : Optional.empty();
        String words = input.input() instanceof Input.Chose chose ? chose.words() : "";
        return new Commit(
                decision.next(),
                household.moved(),
                household.names(),
                born,
                decision.orders(),
                ConsentWord.between(seen, decision.next(), words),
                Watching.seen(seen, decision.next(), input.input()),
                Sold.between(seen, decision.next(), !household.moved().isEmpty()),
                Tried.between(seen, decision.next(), !household.moved().isEmpty()),
                entry);
    }
}
