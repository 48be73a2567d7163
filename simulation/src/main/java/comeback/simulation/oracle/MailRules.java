package comeback.simulation.oracle;

import comeback.link.UnsubscribeToken;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.simulation.oracle.Ledger.Letter;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Shopper;
import comeback.store.Caps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be true of a mail at the moment at which SES takes it. */
final class MailRules {
    /** Between a function's look at its clock and its claim lie a few calls, some of them slow. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /** A function that claimed in time may still be asking SES; no longer than it may run. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private static final int A_DAY_MAX = 20;
    private static final Duration TRANSACTIONAL_LIFE = Duration.ofDays(3).plusHours(1);
    private static final Pattern GREETED = Pattern.compile("Ann(\\d+)x");

    private final Oracle oracle;
    private final Ledger ledger;
    private final Shopper shopper;
    private final Letter letter;
    private final Message message;
    private final int copy;

    MailRules(Oracle oracle, Ledger ledger, Letter letter, int copy) {
        this.oracle = oracle;
        this.ledger = ledger;
        this.shopper = ledger.shopper;
        this.letter = letter;
        this.message = letter.message();
        this.copy = copy;
    }

    void judge() {
        boolean isMarketing = message.messageClass() == MessageClass.MARKETING;
        once();
        recipient();
        after(ledger.bouncedAt, Rule.BOUNCE_HOLDS);
        after(ledger.complainedAt, Rule.COMPLAINT_HOLDS);
        after(ledger.forgottenAt(), Rule.ERASURE_HOLDS);
        if (isMarketing) {
            after(ledger.unsubscribedAt(), Rule.UNSUBSCRIBE_HOLDS);
            wayOut();
        }
        if (isMarketing && !message.terms().isAtOnce() && copy == 1) {
            quietHours();
            caps();
        }
        if (message.terms().isOnLadder()) {
            purchase();
        }
        order();
        staleness(isMarketing);
        long today = ledger.letters.stream()
                .filter(other -> other.acceptedAt().isAfter(letter.acceptedAt().minus(Duration.ofDays(1))))
                .count();
        check(today < A_DAY_MAX, Rule.NOT_TOO_MANY, today + " mails in a day");
    }

    /** Only what an order waits for is sent a second time after a lost answer. */
    private void once() {
        if (message.messageClass() == MessageClass.TRANSACTIONAL) {
            int allowed = oracle.wasHarmed(message.id()) ? 2 : 1;
            check(copy <= allowed, Rule.RECEIPT_ONCE, "copy " + copy + " of " + allowed);
        } else {
            check(copy == 1, Rule.MARKETING_ONCE, "copy " + copy);
        }
    }

    private void recipient() {
        Optional<Ledger> meant = oracle.ledger(message);
        check(meant.isEmpty() || meant.get() == ledger, Rule.OWN_RECIPIENT, "meant for somebody else");
        check(
                letter.mail().sender().equals(shopper.store().sender()),
                Rule.OWN_RECIPIENT,
                "sent in the name of another store");
        Matcher greeted = GREETED.matcher(letter.mail().letter().text());
        while (greeted.find()) {
            check(
                    Integer.parseInt(greeted.group(1)) == shopper.number(),
                    Rule.OWN_RECIPIENT,
                    "greets " + greeted.group());
        }
    }

    /** Nothing is claimed after it; what was claimed before is gone within a function's run. */
    private void after(Optional<Instant> stop, Rule rule) {
        stop.ifPresent(at -> {
            check(!letter.claimedAt().isAfter(at), rule, "claimed at " + letter.claimedAt() + ", stopped at " + at);
            check(!letter.acceptedAt().isAfter(at.plus(ON_ITS_WAY)), rule, "sent long after " + at);
        });
    }

    private void wayOut() {
        String header = letter.mail().headers().getOrDefault("List-Unsubscribe", "");
        String token = header.substring(header.lastIndexOf('/') + 1).replace(">", "");
        boolean works = header.startsWith("<https://")
                && letter.mail().headers().containsKey("List-Unsubscribe-Post")
                && UnsubscribeToken.read(token)
                        .filter(read -> read.isSignedBy(shopper.store(), token, letter.acceptedAt()))
                        .isPresent();
        check(works, Rule.WAY_OUT, "header " + header);
    }

    private void quietHours() {
        shopper.store().policy().quietHours().ifPresent(hours -> {
            boolean isQuiet = hours.isQuiet(letter.claimedAt(), shopper.zone())
                    && hours.isQuiet(letter.claimedAt().minus(TOLERANCE), shopper.zone());
            check(!isQuiet, Rule.QUIET_HOURS, "claimed at " + letter.claimedAt().atZone(shopper.zone()));
        });
    }

    private void caps() {
        Caps caps = shopper.store().policy().caps();
        List<Instant> times = Stream.concat(ledger.letters.stream(), Stream.of(letter))
                .filter(other -> other.message().messageClass() == MessageClass.MARKETING)
                .filter(other -> !other.message().terms().isAtOnce())
                .map(Letter::claimedAt)
                .sorted()
                .toList();
        cap(times, caps.inDay(), Duration.ofHours(24));
        cap(times, caps.inWeek(), Duration.ofDays(7));
        cap(times, caps.inMonth(), Duration.ofDays(30));
    }

    private void cap(List<Instant> times, int cap, Duration window) {
        if (times.size() > cap) {
            Instant first = times.get(times.size() - 1 - cap);
            Duration apart = Duration.between(first, times.getLast());
            Duration least = window.minus(Caps.TOLERANCE).minus(TOLERANCE);
            check(apart.compareTo(least) >= 0, Rule.CAP, (cap + 1) + " within " + apart);
        }
    }

    /** A reminder needs something in the cart that was put there after the last purchase, and some time since then. */
    private void purchase() {
        Optional<Instant> bought = ledger.boughtAt(letter.claimedAt());
        bought.ifPresent(at -> {
            boolean hasNewCart = ledger.told.stream()
                    .anyMatch(act -> act.what().touchesCart() && act.at().isAfter(at));
            check(hasNewCart, Rule.NO_REMINDER_AFTER_PURCHASE, "bought at " + at);
        });
        ledger.told.stream()
                .filter(act -> act.what() instanceof Act.What.Buys(var order, var p, var c)
                        && !ledger.wasCancelled(order)
                        && ledger.acknowledgedAt(act)
                                .filter(letter.claimedAt()::isAfter)
                                .isPresent())
                .map(act -> act.at().plus(shopper.store().policy().silenceAfterPurchase()))
                .forEach(until -> check(
                        !letter.claimedAt().isBefore(until.minus(TOLERANCE)),
                        Rule.SILENCE_AFTER_PURCHASE,
                        "silent until " + until));
    }

    private void order() {
        boolean isOvertaken = ledger.letters.stream()
                .filter(other -> other.message().flow().equals(message.flow()))
                .filter(other -> other.message().journeyKey().equals(message.journeyKey()))
                .anyMatch(other -> other.message().bornAt().isAfter(message.bornAt()));
        check(copy > 1 || !isOvertaken, Rule.STEPS_IN_ORDER, "came after a later one");
    }

    private void staleness(boolean isMarketing) {
        Instant last = isMarketing
                ? message.goodUntil().plus(TOLERANCE)
                : message.bornAt().plus(TRANSACTIONAL_LIFE);
        check(!letter.claimedAt().isAfter(last), Rule.NOT_STALE, "born at " + message.bornAt());
    }

    private void check(boolean isKept, Rule rule, String what) {
        if (!isKept) {
            oracle.broken(rule, shopper, message.flow() + "/" + message.name() + " to " + shopper.name() + ": " + what);
        }
    }
}
