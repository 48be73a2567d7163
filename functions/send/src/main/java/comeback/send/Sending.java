package comeback.send;

import comeback.commit.Customers;
import comeback.commit.Flags;
import comeback.commit.Messages;
import comeback.commit.Messages.Claim;
import comeback.commit.Stores;
import comeback.customer.Customer;
import comeback.customer.EmailAddress;
import comeback.message.MayItGo;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.message.MessageState.Claimed;
import comeback.message.MessageState.Due;
import comeback.message.Ruling;
import comeback.render.RenderFailed;
import comeback.store.Store;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends one message, at most once for marketing. In this order, and for these reasons: look whether it is still true and
 * allowed; render, so that a mistake in a template claims nothing; claim, in one transaction that fails when the customer
 * has changed since we looked; ask SES; settle. Whoever dies in between leaves a claim behind that the sweeper resolves.
 */
public final class Sending {
    /** Longer than the function may run, so that nobody sends after their lease. */
    public static final Duration LEASE = Duration.ofSeconds(90);

    /** Whoever gave birth to the message has another clock; by ours it may lie a moment ahead. */
    static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(5);

    /** SES's rate is per second, but a refusal is not over in one. */
    static final Duration BACK_OFF = Duration.ofMinutes(1);

    /** The storefront's two calls, in whichever order they came, are seldom a second apart. */
    static final Duration ADDRESS_AGAIN_AFTER = Duration.ofMinutes(1);

    /** A template is mended by a person. */
    static final Duration RENDER_AGAIN_AFTER = Duration.ofMinutes(15);

    /** What could not be sent for so long is news to nobody. */
    static final Duration GIVE_UP_AFTER = Duration.ofDays(3);

    /** A customer who changes under our hands this often is looked at again by the sweeper. */
    private static final int TRIES_MAX = 5;

    private static final Ruling FULL = new Ruling(
            "inbox",
            Outlet.BY_ANYONE_MAX + " mails",
            "this inbox has had " + Outlet.BY_ANYONE_MAX
                    + " mails today that anybody with the public key may have brought about",
            "It would have gone, had the shop's server reported what it answers, with a secret key; or on another day.");

    private final Stores stores;
    private final Customers customers;
    private final Messages messages;
    private final Truth truth;
    private final Composer composer;
    private final Mailer mailer;
    private final Outlet outlet;
    private final Comebacks comebacks;
    private final Flags flags;
    private final InstantSource clock;
    private final Supplier<String> owners;

    /**
     * Makes it.
     *
     * @param owners draws a fresh name for every attempt: Lambda's own request id is the same when it repeats a call
     */
    public Sending(
            Stores stores,
            Customers customers,
            Messages messages,
            Truth truth,
            Composer composer,
            Mailer mailer,
            Outlet outlet,
            Comebacks comebacks,
            Flags flags,
            InstantSource clock,
            Supplier<String> owners) {
        this.stores = stores;
        this.customers = customers;
        this.messages = messages;
        this.truth = truth;
        this.composer = composer;
        this.mailer = mailer;
        this.outlet = outlet;
        this.comebacks = comebacks;
        this.flags = flags;
        this.clock = clock;
        this.owners = owners;
    }

    /** Sends the message if it is due; says in a word what came of it, for the log. */
    public String send(StoreId storeId, MessageId id) {
        Optional<Store> store = stores.find(storeId);
        Optional<Message> found = messages.find(storeId, id);
        if (store.isEmpty() || found.isEmpty()) {
            return "unknown";
        }
        Message message = found.get();
        if (!(message.state() instanceof Due due)) {
            return "not due: " + message.state().label();
        }
        if (due.at().isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
            // Every put-back comes by on the stream, so here its alarm is set: who puts it back may die of doing so.
            comebacks.at(due.at());
            return "not yet due";
        }
        if (!composer.has(message)) {
            return settle(message, new MessageState.Skipped(takenAway(message), clock.instant()));
        }
        Optional<MessageState> stale = Staleness.of(message, clock.instant());
        if (stale.isPresent()) {
            return settle(message, stale.get());
        }
        Optional<Outlet.Hold> hold = outlet.hold(message);
        if (hold.isPresent()) {
            // Nobody was asked, so this is no attempt; and nothing is read but the message.
            return settle(message, new Due(hold.get().until(), due.attempts())) + " again: "
                    + hold.get().why();
        }
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<String> outcome = attempt(store.get(), message, due);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return "left to the sweeper: the customer keeps changing";
    }

    /** One look at the customer; nothing when they changed before we could claim. */
    private Optional<String> attempt(Store store, Message message, Due due) {
        Instant now = clock.instant();
        Customer customer = customers.at(store.id(), message.customer());
        if (customer.version() == 0) {
            return Optional.of(settle(message, new MessageState.Skipped(forgotten(), now)));
        }
        Facts facts = truth.about(store, message, customer, now);
        // Before the message is settled: who falls between the two does it again, and nobody falls off the list.
        truth.keepWaiting(store, customer, facts, now);
        if (facts.untrue().isPresent()) {
            return Optional.of(
                    settle(message, new MessageState.Skipped(facts.untrue().get(), now)));
        }
        if (facts.to().isEmpty() && now.isBefore(message.bornAt().plus(MayItGo.ADDRESS_KNOWN_WITHIN))) {
            return Optional.of(settle(message, new Due(addressAgainAt(message, now), due.attempts()))
                    + ": no e-mail address is known yet");
        }
        switch (mayGo(store, message, customer, facts, now)) {
            case MayItGo.Answer.Send yes -> {}
            case MayItGo.Answer.Wait later -> {
                return Optional.of(putOff(message, due, later, now));
            }
            case MayItGo.Answer.Skip no -> {
                return Optional.of(settle(message, new MessageState.Skipped(no.ruling(), now)));
            }
        }
        Facts all = truth.withGoodsAndCoupon(facts, store, message, customer, now);
        if (all.untrue().isPresent()) {
            return Optional.of(
                    settle(message, new MessageState.Skipped(all.untrue().get(), now)));
        }
        if (isAnybodysDoing(message, customer, all)
                && !outlet.hasPlace(message, all.to().orElseThrow())) {
            return Optional.of(settle(message, new MessageState.Skipped(FULL, now)));
        }
        return claim(store, message, customer, all, due, now);
    }

    /** After one minute, two, four: most often the address is a moment behind the order. */
    private static Instant addressAgainAt(Message message, Instant now) {
        Duration age = Duration.between(message.bornAt(), now);
        return now.plus(age.compareTo(ADDRESS_AGAIN_AFTER) > 0 ? age : ADDRESS_AGAIN_AFTER);
    }

    /** Brought about with a key that everyone has, or on its way to an address that is not the customer's own. */
    private static boolean isAnybodysDoing(Message message, Customer customer, Facts facts) {
        Optional<String> own = customer.identity().email().map(EmailAddress::inbox);
        boolean isElsewhere = facts.to()
                .map(EmailAddress::inbox)
                .filter(to -> !own.equals(Optional.of(to)))
                .isPresent();
        return facts.to().isPresent()
                && message.messageClass() != MessageClass.TRANSACTIONAL
                && (message.isByAnyone() || isElsewhere);
    }

    private Optional<String> claim(Store store, Message message, Customer customer, Facts facts, Due due, Instant now) {
        Mail mail;
        try {
            mail = composer.compose(store, message, customer, facts);
        } catch (RenderFailed e) {
            settle(message, new Due(now.plus(RENDER_AGAIN_AFTER), due.attempts()));
            return Optional.of("cannot be rendered: " + e.getMessage());
        }
        Claimed claimed = new Claimed(owners.get(), now.plus(LEASE), due.attempts() + 1);
        Customer remembering =
                facts.remembered(message, customer.with(customer.recentMails().with(message.sentAt(now))));
        Message going = message.to(customer.id()).leavingOut(facts.leftOut());
        return switch (messages.claim(going, remembering, claimed, facts.issue())) {
            case Claim.CUSTOMER_CHANGED -> Optional.empty();
            case Claim.NOT_DUE -> Optional.of("somebody else has it");
            case Claim.TAKEN -> Optional.of(ask(message.with(claimed), mail, claimed));
        };
    }

    private static Ruling takenAway(Message message) {
        return new Ruling(
                "letter",
                "taken away",
                "the letter " + message.name() + " was taken out of the templates",
                "It would have gone, had the letter stayed in the flow's folder.");
    }

    /** Whoever had a message born to them was known then. */
    private static Ruling forgotten() {
        return new Ruling(
                "erasure",
                "forgotten",
                "the customer wanted to be forgotten",
                "It would have gone, had the customer not wanted that.");
    }

    private static MayItGo.Answer mayGo(Store store, Message message, Customer customer, Facts facts, Instant now) {
        // Who never answered got through at the decision because the store allows a first reminder; only a "no" since
        // then stops it here.
        return MayItGo.ask(
                customer,
                store,
                new MayItGo.Planned(message.id(), message.messageClass(), message.terms(), facts.to(), 1),
                now);
    }

    /**
     * Rare: the decision asked the same a moment ago, so another mail or the evening came between. An alarm brings it
     * back; it can not go round for ever, because each time is later and its life is limited.
     */
    private String putOff(Message message, Due due, MayItGo.Answer.Wait wait, Instant now) {
        return wait.until().isAfter(message.goodUntil())
                ? settle(message, new MessageState.Skipped(wait.tooLong(), now))
                : settle(message, new Due(wait.until(), due.attempts())) + ": " + wait.reason();
    }

    private String ask(Message message, Mail mail, Claimed claimed) {
        Mailer.Answer answer = mailer.send(mail);
        String outcome = settled(message, claimed, answer);
        // After settling: what SES took must be written down before anything else.
        if (outlet.answered(message, answer)) {
            comebacks.at(clock.instant());
        }
        return outcome;
    }

    private String settled(Message message, Claimed claimed, Mailer.Answer answer) {
        return switch (answer) {
            case Mailer.Answer.Accepted accepted ->
                settle(message, new MessageState.Accepted(accepted.sesId(), clock.instant()));
            case Mailer.Answer.NotNow refused -> settle(message, later(message, claimed, refused.reason()));
            case Mailer.Answer.Never refused ->
                settle(message, new MessageState.Failed(refused.reason(), clock.instant()));
            // The claim stands: SES's own word, or the sweeper, resolves it.
            case Mailer.Answer.Unclear unclear -> "unclear: " + unclear.reason();
        };
    }

    /** A certain refusal does not count as an attempt: nothing can have left. */
    private MessageState later(Message message, Claimed claimed, String reason) {
        Instant now = clock.instant();
        return now.isAfter(message.bornAt().plus(GIVE_UP_AFTER))
                ? new MessageState.Failed(reason, now)
                : new Due(now.plus(BACK_OFF), claimed.attempts() - 1);
    }

    /** When the state is not as we left it, SES's own event was faster or the sweeper was; then theirs holds. */
    private String settle(Message message, MessageState state) {
        if (!messages.change(message, state)) {
            return "settled by somebody else";
        }
        Message settled = message.with(state);
        if (settled.isFlagged()) {
            flags.flagged(settled, clock.instant());
        }
        return state.label();
    }
}
