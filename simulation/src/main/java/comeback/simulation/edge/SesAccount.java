package comeback.simulation.edge;

import comeback.commit.SendingAccount.Quota;
import comeback.send.Mail;
import comeback.send.Mailer.Answer;
import comeback.send.Mailer.Answer.Why;
import comeback.simulation.time.VirtualTime;
import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What SES lets the account send: so many mails a second, so many a day; none while it is paused, or a domain unverified. */
public final class SesAccount {
    /** SES counts in seconds of its own and lets a burst pass. */
    private static final int BURST = 3;

    private static final Duration DAY = Duration.ofDays(1);

    private final VirtualTime time;
    private final double perSecond;
    private final double perDay;
    private final StoreId unverified;
    private final Deque<Instant> lastDay = new ArrayDeque<>();
    private boolean isGenerous;
    private int taken;

    /**
     * Has sent nothing.
     *
     * @param perDay mails in 24 hours; not positive for no limit
     * @param unverified whose domain is the one that gets into trouble
     */
    public SesAccount(VirtualTime time, double perSecond, double perDay, StoreId unverified) {
        this.time = time;
        this.perSecond = perSecond;
        this.perDay = perDay;
        this.unverified = unverified;
    }

    /** From now on there is no limit a day. */
    public void becomeGenerous() {
        isGenerous = true;
    }

    /** Why a mail is not taken now. */
    private Optional<Answer> refusal(StoreId store, Edge edge) {
        if (edge.isOut(Outage.Service.PAUSE)) {
            return Optional.of(new Answer.NotNow(Why.PAUSED, "SendingPaused"));
        }
        if (store.equals(unverified) && edge.isOut(Outage.Service.DOMAIN)) {
            return Optional.of(new Answer.NotNow(Why.IDENTITY, "MailFromDomainNotVerified"));
        }
        if (limitOfDay() > 0 && sentLastDay() >= limitOfDay()) {
            return Optional.of(new Answer.NotNow(Why.DAILY_QUOTA, "LimitExceeded"));
        }
        Instant second = time.instant().minusSeconds(1);
        long lately = lastDay.reversed().stream().takeWhile(second::isBefore).count();
        return lately >= Math.max(1, perSecond * BURST)
                ? Optional.of(new Answer.NotNow(Why.THROTTLED, "TooManyRequests"))
                : Optional.empty();
    }

    /** A mail arrives at SES: it is taken, or not now. */
    public Answer take(Mail mail, Edge edge, Seen seen) {
        Instant now = time.instant();
        StoreId store = new StoreId(mail.tags().getOrDefault("store", "none"));
        Optional<Answer> refusal = refusal(store, edge);
        seen.asked(refusal, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        lastDay.add(now);
        seen.accepted(mail, now);
        return new Answer.Accepted("ses-" + ++taken);
    }

    /** As GetAccount tells it. */
    public Quota quota(Instant now) {
        return new Quota(perSecond, limitOfDay() > 0 ? limitOfDay() : -1, sentLastDay(), now);
    }

    private double limitOfDay() {
        return isGenerous ? -1 : perDay;
    }

    private int sentLastDay() {
        Instant begin = time.instant().minus(DAY);
        while (!lastDay.isEmpty() && lastDay.element().isBefore(begin)) {
            lastDay.remove();
        }
        return lastDay.size();
    }
}
