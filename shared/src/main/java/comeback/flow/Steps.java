package comeback.flow;

import static java.util.Objects.requireNonNull;

import comeback.customer.About;
import comeback.customer.Cart;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.customer.Journey;
import comeback.flow.Reason.Verdict;
import comeback.message.MayItGo;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks every running journey as far as it can go now. */
final class Steps {
    /**
     * A day's cap, a silence and a night are three waits; who is put off this often at one step meets a loop of ours, and is
     * let go.
     */
    static final int TIMES_HELD_MAX = 10;

    private final Customer customer;
    private final Store store;
    private final Trail trail;
    private final Instant now;
    /** The customer as a cap sees them: with what this walk has given birth to, though it has not gone yet. */
    private Customer counted;

    private Steps(Customer customer, Store store, Trail trail, Instant now) {
        this.customer = customer;
        this.store = store;
        this.trail = trail;
        this.now = now;
        this.counted = customer;
    }

    /**
     * Where the walk ended.
     *
     * @param customer with what still runs
     * @param nextDue the earliest time at which a step is due
     */
    record Run(Customer customer, Optional<Instant> nextDue) {}

    static Run run(Customer customer, Store store, Flows flows, Trail trail, Instant now) {
        Steps steps = new Steps(customer, store, trail, now);
        List<Journey> running = new ArrayList<>();
        List<Instant> due = new ArrayList<>();
        Map<Journey, Journey> walks = new HashMap<>();
        for (Journey journey : byPriority(customer, flows)) {
            walks.put(journey, steps.walk(flows.of(journey).orElseThrow(), journey));
        }
        for (Journey journey : customer.journeys()) {
            Flow flow = flows.of(journey).orElseThrow();
            Journey walked = requireNonNull(walks.get(journey));
            if (walked.nextStep() < flow.steps().size()) {
                running.add(walked);
                due.add(steps.dueAt(flow, walked));
            } else {
                trail.say(flow, Verdict.FINISHED, "all steps are done");
            }
        }
        Customer next = running.equals(customer.journeys()) ? customer : customer.withJourneys(running);
        return new Run(next, due.stream().min(Comparator.naturalOrder()));
    }

    /** Those whose next message is worth most come first: a cap may leave room for one. */
    private static List<Journey> byPriority(Customer customer, Flows flows) {
        return customer.journeys().stream()
                .sorted(Comparator.comparing(
                        journey -> nextPriority(flows.of(journey).orElseThrow(), journey)))
                .toList();
    }

    private static Step.Priority nextPriority(Flow flow, Journey journey) {
        return flow.steps().stream()
                .skip(journey.nextStep())
                .flatMap(step -> step instanceof Step.Send send ? Stream.of(send.priority()) : Stream.empty())
                .findFirst()
                .orElse(Step.Priority.LOW);
    }

    /** Where a cart's letters go: the address typed at its checkout, else the customer's own. */
    static Optional<EmailAddress> cartAddress(Customer customer) {
        return customer.shopping()
                .cart()
                .flatMap(Cart::email)
                .or(() -> customer.identity().email());
    }

    /** What would speak against a letter if it were due at that time. */
    static Optional<Ruling> against(
            Customer customer, Store store, Flow flow, Journey journey, Step.Send send, Instant at) {
        Steps then = new Steps(customer, store, new Trail(Optional.empty()), at);
        return switch (then.mayGo(flow, journey, send)) {
            case MayItGo.Answer.Send yes -> Optional.empty();
            case MayItGo.Answer.Wait wait -> Optional.of(wait.ruling());
            case MayItGo.Answer.Skip no -> Optional.of(no.ruling());
        };
    }

    /** When the journey's next step is due, as things are. */
    static Instant nextDue(Customer customer, Store store, Flow flow, Journey journey, Instant now) {
        return new Steps(customer, store, new Trail(Optional.empty()), now).dueAt(flow, journey);
    }

    private Journey walk(Flow flow, Journey journey) {
        Journey at = journey;
        while (at.nextStep() < flow.steps().size()) {
            Instant due = dueAt(flow, at);
            switch (flow.steps().get(at.nextStep())) {
                case Step.Wait wait -> {
                    if (!Decide.isDue(due, now)) {
                        trail.say(flow, Verdict.WAITING, Integer.toString(at.nextStep() + 1), "until " + due);
                        return at;
                    }
                    at = at.afterWait(now);
                }
                case Step.Send send -> {
                    // To the minute, unlike a wait: a minute before eight is still night.
                    if (due.isAfter(now)) {
                        trail.say(flow, Verdict.WAITING, send.message(), "until " + due);
                        return at;
                    }
                    Journey next = send(flow, at, send);
                    if (next.nextStep() == at.nextStep()) {
                        return next;
                    }
                    at = next;
                }
            }
        }
        return at;
    }

    /** When the journey's next step is due: now, unless it is a wait or was put off. */
    private Instant dueAt(Flow flow, Journey journey) {
        int step = journey.nextStep();
        if (flow.steps().get(step) instanceof Step.Wait wait) {
            return endOf(flow, journey, step, wait);
        }
        if (journey.held().isEmpty()) {
            return now;
        }
        return later(journey.held().get().until(), leftAt(flow, journey));
    }

    /**
     * When the cart counts as left, for a step that comes after it was: who touches it while its reminder is put off has not
     * left it yet. To the minute, as alarms are.
     */
    private Instant leftAt(Flow flow, Journey journey) {
        int step = journey.nextStep();
        return step > 0
                        && flow.steps().get(step - 1) instanceof Step.Wait wait
                        && wait.after() == Step.Moment.LAST_ACTIVITY
                ? lastActivity(journey).plus(wait.duration()).truncatedTo(ChronoUnit.MINUTES)
                : Instant.MIN;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant endOf(Flow flow, Journey journey, int step, Step.Wait wait) {
        return switch (wait.after()) {
            case PREVIOUS_STEP -> journey.since().plus(wait.duration());
            case LAST_ACTIVITY -> {
                Instant quiet = lastActivity(journey).plus(wait.duration());
                Instant spaced = journey.since().plus(gapBefore(flow, step));
                yield later(quiet, spaced);
            }
        };
    }

    /**
     * The time that the file lays between this wait and the one before. It is kept when an alarm comes late, or after an
     * outage of two days all three reminders would go out at once.
     */
    private static Duration gapBefore(Flow flow, int step) {
        Duration wait = ((Step.Wait) flow.steps().get(step)).duration();
        for (int i = step - 1; i >= 0; i--) {
            if (flow.steps().get(i) instanceof Step.Wait earlier) {
                return wait.compareTo(earlier.duration()) > 0 ? wait.minus(earlier.duration()) : Duration.ZERO;
            }
        }
        return Duration.ZERO;
    }

    private Instant lastActivity(Journey journey) {
        return customer.shopping().cart().map(Cart::lastActivityAt).orElse(journey.since());
    }

    /** Gives birth to the step's message or to the one for people without consent, puts it off, or says why to neither. */
    private Journey send(Flow flow, Journey journey, Step.Send send) {
        return switch (mayGo(flow, journey, send)) {
            case MayItGo.Answer.Send yes -> {
                bear(flow, journey, send);
                yield journey.afterSend(now, 1);
            }
            case MayItGo.Answer.Wait later -> putOff(flow, journey, send, later);
            case MayItGo.Answer.Skip no -> {
                trail.say(flow, Verdict.SKIPPED, send.message(), no.ruling());
                Optional<Step.Send> instead = send.withoutConsent()
                        .filter(other -> mayGo(flow, journey, other) instanceof MayItGo.Answer.Send);
                instead.ifPresent(other -> bear(flow, journey, other));
                yield journey.afterSend(now, instead.isPresent() ? 1 : 0);
            }
        };
    }

    private Journey putOff(Flow flow, Journey journey, Step.Send send, MayItGo.Answer.Wait wait) {
        Instant worthless =
                later(journey.since(), leftAt(flow, journey)).plus(send.terms().timeToLive());
        if (wait.until().isAfter(worthless) || journey.timesHeld() >= TIMES_HELD_MAX) {
            trail.say(flow, Verdict.SKIPPED, send.message(), wait.tooLong());
            return journey.afterSend(now, 0);
        }
        trail.say(flow, Verdict.DEFERRED, send.message(), wait.ruling());
        return journey.heldUntil(wait.until());
    }

    private MayItGo.Answer mayGo(Flow flow, Journey journey, Step.Send send) {
        if (send.messageClass() == MessageClass.TRANSACTIONAL && !journey.isTrusted()) {
            return new MayItGo.Answer.Skip(Rulings.keyClass());
        }
        Optional<EmailAddress> to = switch (journey.about()) {
            case About.TheCustomer c -> customer.identity().email();
            case About.TheCart c -> cartAddress(customer);
            // An order may name an address of its own; it lies with the order, and `send` looks there.
            case About.TheOrder o -> Optional.empty();
            case About.TheShipment s -> Optional.empty();
        };
        if (to.isEmpty() && send.messageClass() == MessageClass.TRANSACTIONAL) {
            return new MayItGo.Answer.Send();
        }
        int allowed = Math.min(flow.withoutConsent(), store.policy().cartRemindersWithoutConsent());
        MayItGo.Planned planned = new MayItGo.Planned(
                idOf(flow, journey, send), send.messageClass(), send.terms(), to, allowed - journey.sent());
        return MayItGo.ask(counted, store, planned, now);
    }

    private MessageId idOf(Flow flow, Journey journey, Step.Send send) {
        return MessageId.of(store.id(), flow.name(), journey.key(), send.message());
    }

    private void bear(Flow flow, Journey journey, Step.Send send) {
        trail.say(flow, Verdict.SENDING, send.message(), "the letter " + send.message());
        Message born = new Message(
                idOf(flow, journey, send),
                store.id(),
                customer.id(),
                flow.name(),
                journey.version(),
                journey.key(),
                send.message(),
                send.messageClass(),
                send.terms(),
                journey.about(),
                now,
                new MessageState.Due(now, 0),
                Optional.empty());
        trail.bear(born);
        counted = counted.with(counted.recentMails().with(born.sentAt(now)));
    }
}
