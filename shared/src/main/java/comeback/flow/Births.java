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
import java.time.Instant;
import java.util.Optional;

/** Lets a sending step give birth to its message, puts it off, or says why not. */
final class Births {
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

    Births(Customer customer, Store store, Trail trail, Instant now) {
        this.customer = customer;
        this.store = store;
        this.trail = trail;
        this.now = now;
        this.counted = customer;
    }

    /** What would speak against a letter if it were due at that time. */
    static Optional<Ruling> against(
            Customer customer, Store store, Flow flow, Journey journey, Step.Send send, Instant at) {
        Births then = new Births(customer, store, new Trail(Optional.empty()), at);
        return switch (then.mayGo(flow, journey, send)) {
            case MayItGo.Answer.Send yes -> Optional.empty();
            case MayItGo.Answer.Wait wait -> Optional.of(wait.ruling());
            case MayItGo.Answer.Skip no -> Optional.of(no.ruling());
        };
    }

    /** Not so order mail: an order may name an address of its own. It lies with the order, and `send` looks and waits there. */
    static boolean needsAddress(Journey journey, Step.Send send) {
        return send.messageClass() != MessageClass.TRANSACTIONAL
                || journey.about().order().isEmpty();
    }

    /** Where its letters go, as far as the customer knows. */
    static Optional<EmailAddress> address(Customer customer, About about) {
        return about instanceof About.TheCart
                ? cartAddress(customer)
                : customer.identity().email();
    }

    /** Where a cart's letters go: the address typed at its checkout, else the customer's own. */
    static Optional<EmailAddress> cartAddress(Customer customer) {
        return customer.shopping()
                .cart()
                .flatMap(Cart::email)
                .or(() -> customer.identity().email());
    }

    /**
     * Gives birth to the step's message or to the one for people without consent, puts it off, or says why to neither.
     *
     * @param worthFrom when it would have gone, had nothing held it up: its life begins then
     * @return the journey after the step, or at the step, held
     */
    Journey send(Flow flow, Journey journey, Step.Send send, Instant worthFrom) {
        int next = journey.nextStep() + 1;
        return switch (mayGo(flow, journey, send)) {
            case MayItGo.Answer.Send yes -> {
                bearOrWithhold(flow, journey, send);
                yield journey.afterSending(now);
            }
            case MayItGo.Answer.Wait wait -> {
                Instant worthless = worthFrom.plus(send.terms().timeToLive());
                if (wait.until().isAfter(worthless) || journey.timesHeld() >= TIMES_HELD_MAX) {
                    trail.say(flow, Verdict.SKIPPED, send.message(), wait.tooLong());
                    yield journey.at(next, now);
                }
                trail.say(flow, Verdict.DEFERRED, send.message(), wait.ruling());
                yield journey.heldUntil(wait.until());
            }
            case MayItGo.Answer.Skip no -> {
                trail.say(flow, Verdict.SKIPPED, send.message(), no.ruling());
                Optional<Step.Send> instead = send.withoutConsent()
                        .filter(other -> mayGo(flow, journey, other) instanceof MayItGo.Answer.Send);
                instead.ifPresent(other -> bearOrWithhold(flow, journey, other));
                yield instead.isPresent() ? journey.afterSending(now) : journey.at(next, now);
            }
        };
    }

    private MayItGo.Answer mayGo(Flow flow, Journey journey, Step.Send send) {
        if (send.messageClass() == MessageClass.TRANSACTIONAL && !journey.isTrusted()) {
            return new MayItGo.Answer.Skip(Rulings.keyClass());
        }
        Optional<EmailAddress> to = address(customer, journey.about());
        if (to.isEmpty() && !needsAddress(journey, send)) {
            return new MayItGo.Answer.Send();
        }
        Optional<Ruling> enough = enough(flow, journey).filter(no -> send.messageClass() == MessageClass.MARKETING);
        if (enough.isPresent()) {
            return new MayItGo.Answer.Skip(enough.get());
        }
        int allowed = Math.min(flow.withoutConsent(), store.policy().cartRemindersWithoutConsent());
        MayItGo.Planned planned = new MayItGo.Planned(
                idOf(flow, journey, send), send.messageClass(), send.terms(), to, allowed - journey.sent());
        return MayItGo.ask(counted, store, planned, now);
    }

    /** Of a store that wants fewer reminders than the flow has, the store's word counts. */
    private Optional<Ruling> enough(Flow flow, Journey journey) {
        return flow.maxReminders().flatMap(own -> {
            Optional<Integer> fewer = store.policy().maxReminders().filter(max -> max < own);
            int max = fewer.orElse(own);
            return journey.sent() < max
                    ? Optional.empty()
                    : Optional.of(StepRulings.maxReminders(max, fewer.isPresent() ? "the store" : "the flow"));
        });
    }

    /** What is withheld counts as sent for its journey, so that a shadow goes the same way as what throws it. */
    private void bearOrWithhold(Flow flow, Journey journey, Step.Send send) {
        Optional<Ruling> withheld = Withheld.reason(customer, store, flow, journey, send);
        if (withheld.isEmpty()) {
            bear(flow, journey, send);
            return;
        }
        trail.say(flow, Verdict.WOULD_SEND, send.message(), withheld.get());
        // Who is held out is treated like somebody without consent: what is no marketing reaches them.
        send.withoutConsent()
                .filter(other ->
                        Withheld.reason(customer, store, flow, journey, other).isEmpty())
                .filter(other -> mayGo(flow, journey, other) instanceof MayItGo.Answer.Send)
                .ifPresent(other -> bear(flow, journey, other));
    }

    private Optional<Arms.Drawn<Step.Variant>> drawn(Flow flow, Step.Send send) {
        return send.variants().isEmpty()
                ? Optional.empty()
                : Optional.of(new Arms<>(
                                flow.name(), send.message(), send.variants(), Step.Variant::weight, Step.Variant::name)
                        .drawnBy(store, customer.id()));
    }

    private MessageId idOf(Flow flow, Journey journey, Step.Send send) {
        return MessageId.of(
                store.id(), flow.name(), journey.key(), journey.beginning().run(), send.message());
    }

    private void bear(Flow flow, Journey journey, Step.Send send) {
        Optional<Arms.Drawn<Step.Variant>> drawn = drawn(flow, send);
        Optional<Step.Variant> variant = drawn.map(Arms.Drawn::one);
        drawn.ifPresentOrElse(
                one -> trail.say(
                        flow, Verdict.SENDING, send.message(), StepRulings.variant(send, one.one(), one.isInstead())),
                () -> trail.say(flow, Verdict.SENDING, send.message(), "the letter " + send.message()));
        Message born = new Message(
                idOf(flow, journey, send),
                store.id(),
                customer.id(),
                flow.name(),
                journey.version(),
                journey.key(),
                send.message(),
                variant.map(Step.Variant::mark),
                send.messageClass(),
                variant.flatMap(Step.Variant::terms).orElse(send.terms()),
                journey.about(),
                now,
                new MessageState.Due(now, 0),
                Optional.empty());
        trail.bear(journey.isTrusted() ? born : born.byAnyone());
        counted = counted.with(counted.recentMails().with(born.sentAt(now)));
    }
}
