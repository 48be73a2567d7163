package comeback.flow;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Walks every running journey as far as it can go now. */
final class Steps {
    private final Customer customer;
    private final Store store;
    private final Trail trail;
    private final Instant now;

    private Steps(Customer customer, Store store, Trail trail, Instant now) {
        this.customer = customer;
        this.store = store;
        this.trail = trail;
        this.now = now;
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
        for (Journey journey : customer.journeys()) {
            Flow flow = flows.named(journey.flow()).orElseThrow();
            Journey walked = steps.walk(flow, journey);
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

    /** Where a cart's letters go: the address typed at its checkout, else the customer's own. */
    static Optional<EmailAddress> cartAddress(Customer customer) {
        return customer.shopping()
                .cart()
                .flatMap(Cart::email)
                .or(() -> customer.identity().email());
    }

    /** What would speak against a letter of this class if it were due now. */
    static Optional<Ruling> against(
            Customer customer, Store store, Flow flow, Journey journey, MessageClass messageClass, Instant now) {
        return new Steps(customer, store, new Trail(Optional.empty()), now).refusal(flow, journey, messageClass);
    }

    /** When the journey's next step is due, as things are. */
    static Instant nextDue(Customer customer, Store store, Flow flow, Journey journey, Instant now) {
        return new Steps(customer, store, new Trail(Optional.empty()), now).dueAt(flow, journey);
    }

    private Journey walk(Flow flow, Journey journey) {
        Journey at = journey;
        while (at.nextStep() < flow.steps().size()) {
            switch (flow.steps().get(at.nextStep())) {
                case Step.Wait wait -> {
                    Instant due = dueAt(flow, at);
                    if (!Decide.isDue(due, now)) {
                        trail.say(flow, Verdict.WAITING, Integer.toString(at.nextStep() + 1), "until " + due);
                        return at;
                    }
                    at = at.afterWait(now);
                }
                case Step.Send send -> at = at.afterSend(now, send(flow, at, send) ? 1 : 0);
            }
        }
        return at;
    }

    /** When the journey's next step is due: now, unless it is a wait. */
    private Instant dueAt(Flow flow, Journey journey) {
        if (!(flow.steps().get(journey.nextStep()) instanceof Step.Wait wait)) {
            return now;
        }
        return switch (wait.after()) {
            case PREVIOUS_STEP -> journey.since().plus(wait.duration());
            case LAST_ACTIVITY -> {
                Instant quiet = lastActivity(journey).plus(wait.duration());
                Instant spaced = journey.since().plus(gapBefore(flow, journey.nextStep()));
                yield quiet.isAfter(spaced) ? quiet : spaced;
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

    /** Gives birth to the step's message, or to the one for people without consent, or says why to neither. */
    private boolean send(Flow flow, Journey journey, Step.Send send) {
        Optional<Ruling> refusal = refusal(flow, journey, send.messageClass());
        if (refusal.isEmpty()) {
            bear(flow, journey, send);
            return true;
        }
        Optional<Step.Send> instead = send.withoutConsent();
        if (instead.isPresent()
                && refusal(flow, journey, instead.get().messageClass()).isEmpty()) {
            trail.say(flow, Verdict.SKIPPED, send.message(), refusal.get());
            bear(flow, journey, instead.get());
            return true;
        }
        trail.say(flow, Verdict.SKIPPED, send.message(), refusal.get());
        return false;
    }

    private Optional<Ruling> refusal(Flow flow, Journey journey, MessageClass messageClass) {
        if (messageClass == MessageClass.TRANSACTIONAL && !journey.isTrusted()) {
            return Optional.of(Rulings.keyClass());
        }
        Optional<EmailAddress> to = switch (journey.about()) {
            case About.TheCustomer c -> customer.identity().email();
            case About.TheCart c -> cartAddress(customer);
            // An order may name an address of its own; it lies with the order, and `send` looks there.
            case About.TheOrder o -> Optional.empty();
            case About.TheShipment s -> Optional.empty();
        };
        if (to.isEmpty() && messageClass == MessageClass.TRANSACTIONAL) {
            return Optional.empty();
        }
        int allowed = Math.min(flow.withoutConsent(), store.policy().cartRemindersWithoutConsent());
        return switch (MayItGo.ask(customer, messageClass, to, allowed - journey.sent())) {
            case MayItGo.Answer.Send yes -> Optional.empty();
            case MayItGo.Answer.Skip no -> Optional.of(no.ruling());
        };
    }

    private void bear(Flow flow, Journey journey, Step.Send send) {
        trail.say(flow, Verdict.SENDING, send.message(), "the letter " + send.message());
        trail.bear(new Message(
                MessageId.of(store.id(), flow.name(), journey.key(), send.message()),
                store.id(),
                customer.id(),
                flow.name(),
                journey.version(),
                journey.key(),
                send.message(),
                send.messageClass(),
                journey.about(),
                now,
                new MessageState.Due(now, 0),
                Optional.empty()));
    }
}
