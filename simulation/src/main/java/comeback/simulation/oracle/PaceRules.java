package comeback.simulation.oracle;

import comeback.commit.SendingAccount;
import comeback.send.Mailer.Answer;
import comeback.send.Mailer.Answer.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What must be true of how fast SES is asked, as SES sees it. */
final class PaceRules {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** A place in a second may be used at the beginning of the next. */
    private static final int SECONDS = 12;

    private static final Duration WHILE = Duration.ofMinutes(10);

    /** A receipt tries once in five minutes by then, and others more seldom; twice that when calls about it go wrong. */
    private static final int TRIES_MAX = 7;

    /** In the first minutes it is tried once a minute, and what was on its way comes too. */
    private static final Duration NEWS_TRAVELS = Duration.ofMinutes(15);

    /** SES is asked for its quota every five minutes, at the next mail. */
    private static final Duration QUOTA_IS_KNOWN = Duration.ofMinutes(15);

    private static final Duration DAY = Duration.ofDays(1);

    private final Oracle oracle;
    private final Limits limits;
    private final Deque<Instant> asked = new ArrayDeque<>();
    private final Deque<Instant> accepted = new ArrayDeque<>();
    private final Deque<Instant> refused = new ArrayDeque<>();
    private Optional<Instant> closedSince = Optional.empty();
    private Optional<Instant> quotaUnknownAt = Optional.empty();

    /**
     * What the account may do in this world.
     *
     * @param perSecond mails
     * @param perDay mails; not positive for no limit
     * @param end when there is no limit a day any more
     * @param isFaultless whether nothing goes wrong in it
     */
    record Limits(double perSecond, double perDay, Instant end, boolean isFaultless) {}

    PaceRules(Oracle oracle, Limits limits) {
        this.oracle = oracle;
        this.limits = limits;
    }

    void quotaUnknown(Instant now) {
        quotaUnknownAt = Optional.of(now);
    }

    /** SES was asked to take a mail. */
    void asked(Optional<Answer> refusal, Instant now) {
        note(asked, now, WINDOW);
        if (limits.isFaultless() && asked.size() > limits.perSecond() * SECONDS) {
            broken(Rule.PACE_KEPT, asked.size() + " mails in ten seconds");
        }
        boolean isPaused = refusal.filter(answer -> answer instanceof Answer.NotNow no && no.why() == Why.PAUSED)
                .isPresent();
        if (!isPaused) {
            closedSince = Optional.empty();
            refused.clear();
            return;
        }
        closedSince = closedSince.or(() -> Optional.of(now));
        if (closedSince.get().plus(NEWS_TRAVELS).isBefore(now)) {
            note(refused, now, WHILE);
            if (refused.size() > TRIES_MAX) {
                broken(Rule.SES_LEFT_ALONE, refused.size() + " tries in ten minutes");
            }
        }
    }

    /** SES took a mail. */
    void accepted(boolean isReceipt, Instant now) {
        boolean isPoor = limits.perDay() > 0 && now.isBefore(limits.end());
        boolean isKnown = quotaUnknownAt
                .filter(at -> at.isAfter(now.minus(QUOTA_IS_KNOWN)))
                .isEmpty();
        if (isPoor && isKnown && !isReceipt) {
            Instant known = now.minus(QUOTA_IS_KNOWN);
            long before = accepted.stream()
                    .filter(at -> at.isBefore(known) && at.isAfter(now.minus(DAY)))
                    .count();
            if (before >= limits.perDay() * SendingAccount.UNRESERVED) {
                broken(Rule.RECEIPTS_FIRST, before + " of " + limits.perDay() + " were used");
            }
        }
        note(accepted, now, DAY);
    }

    private static void note(Deque<Instant> times, Instant now, Duration window) {
        times.add(now);
        while (times.element().isBefore(now.minus(window))) {
            times.remove();
        }
    }

    private void broken(Rule rule, String what) {
        oracle.broken(rule, -1, what);
    }
}
