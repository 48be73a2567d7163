package comeback.send;

import comeback.commit.SendingAccount;
import comeback.commit.SendingAccount.Inbox;
import comeback.commit.SendingAccount.Known;
import comeback.commit.SendingAccount.Quota;
import comeback.customer.EmailAddress;
import comeback.message.Message;
import comeback.message.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way out to SES that all copies of the sender share. It never waits: what cannot go now is told when to come back.
 *
 * <p>Not safe for several threads; Lambda uses one.
 */
public final class Outlet {
    /** SES is asked for its quota so often, by one of all copies. */
    static final Duration QUOTA_GOOD_FOR = Duration.ofMinutes(5);

    /** When SES does not answer, this copy does not ask again before. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(1);

    /** How long this copy believes what it has read. When SES says otherwise it looks again at once. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(10);

    /**
     * Anyone can take the key out of a page, and with it have as many customers as they like; all of them together bring one
     * inbox so many mails of a store a day. An honest shopper gets one, seldom two.
     */
    static final int BY_ANYONE_MAX = 4;

    private final SendingAccount account;
    private final AccountQuota ses;
    private final InstantSource clock;
    private final Pace pace;
    private final Breaker breaker;
    private Known known = Known.NOTHING;
    private Optional<Instant> lookedAt = Optional.empty();
    private Optional<Instant> askedAt = Optional.empty();

    public Outlet(SendingAccount account, AccountQuota ses, InstantSource clock) {
        this.account = account;
        this.ses = ses;
        this.clock = clock;
        this.pace = new Pace(account);
        this.breaker = new Breaker(account);
    }

    /**
     * That a message must wait.
     *
     * @param until it may try again then
     * @param why for the log
     */
    record Hold(Instant until, String why) {}

    /** Whether a message must wait; if not, a place of this second is its own. */
    Optional<Hold> hold(Message message) {
        Instant now = clock.instant();
        look(now);
        Optional<Instant> broken = breaker.holds(message, known, now);
        if (broken.isPresent()) {
            Instant soonest = Comebacks.soonest(now);
            Instant until = broken.get().isBefore(soonest) ? soonest : broken.get();
            return Optional.of(new Hold(until, "nothing may go for now: " + standing()));
        }
        if (!isWithin(QUOTA_GOOD_FOR, known.quota().map(Quota::readAt), now)
                && !isWithin(ASK_AGAIN_AFTER, askedAt, now)) {
            ask(now);
        }
        boolean isReceipt = message.messageClass() == MessageClass.TRANSACTIONAL;
        if (!isReceipt && known.quota().filter(Outlet::isDayNearlyUsedUp).isPresent()) {
            return Optional.of(new Hold(Comebacks.nextRound(now), "the rest of the day's mails is for receipts"));
        }
        return pace.takes(message.messageClass(), known.perSecond(), now)
                ? Optional.empty()
                : Optional.of(new Hold(Comebacks.soonest(now), "this second's mails are used up"));
    }

    private String standing() {
        return known.circuits().values().stream()
                .map(circuit -> circuit.cause().name())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Whether a mail that anybody may have brought about still has a place in somebody's inbox today.
     *
     * @param to where it would go
     */
    boolean hasPlace(Message message, EmailAddress to) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return account.take(new Inbox(message.store(), to.mailbox(), day), message.id(), BY_ANYONE_MAX);
    }

    /** Learns from what SES said; says whether all that waited for SES may now come. */
    boolean answered(Message message, Mailer.Answer answer) {
        return switch (answer) {
            case Mailer.Answer.Accepted accepted -> accepted(message);
            case Mailer.Answer.NotNow refused -> {
                refused(message, refused.why(), clock.instant());
                yield false;
            }
            case Mailer.Answer.Never never -> false;
            case Mailer.Answer.Unclear unclear -> false;
        };
    }

    private boolean accepted(Message message) {
        if (!breaker.isClosedTo(message.store(), known)) {
            return false;
        }
        lookAgain(clock.instant());
        breaker.accepted(message.store(), known);
        lookedAt = Optional.empty();
        return true;
    }

    private void refused(Message message, Mailer.Answer.Why why, Instant now) {
        if (why == Mailer.Answer.Why.OTHER) {
            return;
        }
        lookAgain(now);
        boolean isNews = breaker.refused(message.store(), why, known, now);
        if (isNews && why == Mailer.Answer.Why.THROTTLED) {
            // Within the rate that we know, and yet too many: the rate is another one.
            ask(now);
        }
        lookedAt = Optional.empty();
    }

    private void look(Instant now) {
        if (!isWithin(LOOK_AGAIN_AFTER, lookedAt, now)) {
            lookAgain(now);
        }
    }

    private void lookAgain(Instant now) {
        known = account.look();
        lookedAt = Optional.of(now);
    }

    private static boolean isWithin(Duration span, Optional<Instant> since, Instant now) {
        return since.filter(at -> now.isBefore(at.plus(span))).isPresent();
    }

    private void ask(Instant now) {
        Optional<Quota> told = ses.read(now);
        askedAt = told.isPresent() ? Optional.empty() : Optional.of(now);
        told.ifPresent(quota -> {
            // It holds here, also when it cannot be written down for the others; then it is asked for again.
            known = new Known(told, known.circuits());
            account.keep(quota);
        });
    }

    private static boolean isDayNearlyUsedUp(Quota quota) {
        return quota.perDay() > 0 && quota.sentLastDay() >= quota.perDay() * SendingAccount.UNRESERVED;
    }
}
