package comeback.simulation.oracle;

import comeback.commit.LogEntry;
import comeback.commit.TablePorts;
import comeback.commit.Timelines;
import comeback.customer.About;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.message.MessageState;
import comeback.simulation.edge.Seam;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Features;
import comeback.simulation.shop.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must be true when the faults have been over for a week. */
public final class EndRules {
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    /** Where SES takes one mail a second, one receipt in a hundred may find several seconds in a row taken. */
    private static final Duration IN_MINUTES = Duration.ofMinutes(6);

    private static final int ONE_IN = 100;

    private static final Duration OVERDUE = Duration.ofMinutes(15);

    /** An event that is told later starts nothing; less the hours in which the table may have been out of order. */
    private static final Duration TOLD_SOON = Duration.ofHours(22);

    private static final int PAGE = Timelines.PAGE_MAX;

    private final Oracle oracle;
    private final TablePorts table;
    private final ErasureRules erasures;
    private final Instant now;
    private final boolean isFaultless;
    private final Features features;
    private int flagged;
    private int orders;
    private int late;

    /**
     * Judges nothing yet.
     *
     * @param features what SES takes
     */
    public EndRules(Oracle oracle, Seam seam, Instant now, boolean isFaultless, Features features) {
        this.features = features;
        this.oracle = oracle;
        this.table = seam.truth();
        this.erasures = new ErasureRules(oracle, seam);
        this.now = now;
        this.isFaultless = isFaultless;
    }

    /** Judges; says how many messages a person would have to look at. */
    public int judge() {
        oracle.born().forEach(this::fate);
        for (Ledger ledger : oracle.ledgers()) {
            if (ledger.leftAt().isPresent()) {
                // Of them nothing is asked but that nothing is left; and not even that where nobody was known by then.
                if (ledger.forgottenAt().isPresent() && ledger.wasKnown()) {
                    erasures.judge(ledger);
                }
                continue;
            }
            orders(ledger);
            signUp(ledger);
            cart(ledger);
            timeline(ledger);
            oracle.stock().judgeEnd(ledger, message -> table.messages().find(message.store(), message.id()));
        }
        punctual();
        new DueRules(oracle, table, now.minus(OVERDUE)).judge();
        return flagged;
    }

    private void fate(Message asBorn) {
        Optional<Message> found = table.messages().find(asBorn.store(), asBorn.id());
        boolean mayBeGone = oracle.ledger(asBorn).flatMap(Ledger::leftAt).isPresent();
        if (found.isEmpty() && mayBeGone) {
            return;
        }
        if (found.isEmpty()) {
            broken(Rule.NOTHING_UNRESOLVED, asBorn, "is gone");
            return;
        }
        Message message = found.get();
        int copies = oracle.accepted(message.id());
        switch (message.state()) {
            case MessageState.Due due -> {
                if (due.at().isBefore(now.minus(OVERDUE))) {
                    broken(Rule.NOTHING_UNRESOLVED, message, "is due since " + due.at());
                }
            }
            case MessageState.Claimed claimed ->
                broken(Rule.NOTHING_UNRESOLVED, message, "is claimed until " + claimed.leaseUntil());
            case MessageState.Accepted accepted -> {
                if (copies == 0) {
                    broken(Rule.ACCEPTED_MEANS_ACCEPTED, message, "is stored as sent, and SES never took it");
                }
            }
            case MessageState.Skipped skipped -> skipped(message, skipped, copies);
            case MessageState.Failed failed -> {
                if (copies > 0) {
                    broken(Rule.ACCEPTED_MEANS_ACCEPTED, message, "is stored as failed, and SES took it");
                }
            }
            case MessageState.Unknown unknown -> unknown(message);
        }
        oracle.gravest(message.id())
                .filter(kind -> message.feedback()
                        .map(Feedback::kind)
                        .filter(known -> known.gravity() >= kind.gravity())
                        .isEmpty())
                .ifPresent(kind -> broken(Rule.GRAVEST_REPORT_KEPT, message, "forgot " + kind));
    }

    private void skipped(Message message, MessageState.Skipped skipped, int copies) {
        if (skipped.reason().isBlank()) {
            broken(Rule.SKIPPED_WITH_REASON, message, "says nothing");
        }
        // A receipt whose first answer was lost may be called off before its second try.
        if (copies > 0 && !oracle.wasHarmed(message.id())) {
            broken(Rule.ACCEPTED_MEANS_ACCEPTED, message, "is stored as skipped, and SES took it");
        }
    }

    private void unknown(Message message) {
        flagged++;
        if (isFaultless || !oracle.wasHarmed(message.id())) {
            broken(Rule.FLAGGED_ONLY_BY_FAULT, message, "is unclear");
        }
        if (message.messageClass() == MessageClass.TRANSACTIONAL && oracle.claims(message.id()) < 2) {
            broken(Rule.FLAGGED_AFTER_TWO_TRIES, message, "was tried " + oracle.claims(message.id()) + " times");
        }
    }

    private void orders(Ledger ledger) {
        Set<String> seen = new HashSet<>();
        for (Act act : ledger.told) {
            if (!(act.what() instanceof Act.What.Buys(var order, var p, var c)) || !seen.add(act.id())) {
                continue;
            }
            Optional<Instant> at = ledger.acknowledgedAt(act);
            boolean isDue = at.isPresent()
                    && Duration.between(act.at(), at.get()).compareTo(TOLD_SOON) < 0
                    && !ledger.wasCancelled(order)
                    && !ledger.isSuppressed();
            if (isDue) {
                confirmed(ledger, order, at.get());
            }
        }
    }

    private void confirmed(Ledger ledger, String order, Instant acknowledgedAt) {
        Optional<Instant> first = ledger.letters.stream()
                .filter(letter -> letter.message().flow().equals("order-confirmation"))
                .filter(letter -> letter.message().about() instanceof About.TheOrder(var id)
                        && id.value().equals(order))
                .map(Ledger.Letter::acceptedAt)
                .min(Instant::compareTo);
        orders++;
        if (first.isEmpty()) {
            boolean isFlagged = ledger.born.stream()
                    .filter(message -> message.flow().equals("order-confirmation"))
                    .filter(message -> message.about() instanceof About.TheOrder(var id)
                            && id.value().equals(order))
                    .flatMap(message -> table.messages().find(message.store(), message.id()).stream())
                    .anyMatch(this::isTold);
            check(isFlagged, Rule.ORDER_CONFIRMED, ledger.shopper, order + " was never confirmed");
        } else if (isFaultless) {
            boolean isLate = !first.get().isBefore(acknowledgedAt.plus(AT_ONCE));
            late += isLate ? 1 : 0;
            boolean isAllowed = features.isSlow() && first.get().isBefore(acknowledgedAt.plus(IN_MINUTES));
            check(
                    !isLate || isAllowed,
                    Rule.RECEIPT_AT_ONCE,
                    ledger.shopper,
                    order + " was confirmed at " + first.get());
        }
    }

    /** Whether a person was told: nobody knows whether it went; or for days SES took fewer a day than there were orders. */
    private boolean isTold(Message message) {
        boolean isGivenUp = features.perDay() > 0 && message.state() instanceof MessageState.Failed;
        return isGivenUp || message.state() instanceof MessageState.Unknown;
    }

    private void punctual() {
        if (late > Math.ceilDiv(orders, ONE_IN)) {
            oracle.broken(Rule.RECEIPT_AT_ONCE, -1, late + " of " + orders + " came after two minutes");
        }
    }

    private void signUp(Ledger ledger) {
        boolean isDue = !ledger.isSuppressed()
                && ledger.told.stream()
                        .filter(act -> act.what() instanceof Act.What.SignsUp)
                        .anyMatch(act -> ledger.acknowledgedAt(act)
                                .filter(at -> Duration.between(act.at(), at).compareTo(TOLD_SOON) < 0)
                                .isPresent());
        if (isDue) {
            boolean isAnswered =
                    ledger.born.stream().anyMatch(message -> message.flow().equals("welcome"));
            check(isAnswered, Rule.SIGN_UP_WELCOMED, ledger.shopper, "nothing was written");
        }
    }

    /** Only the plainest case, in which no rule of the store can speak against a reminder. */
    private void cart(Ledger ledger) {
        List<Act> told = ledger.told;
        boolean agreed =
                told.stream().anyMatch(act -> act.what() instanceof Act.What.SignsUp(var word) && word.equals("yes"));
        boolean isUndisturbed = told.stream()
                .noneMatch(act -> act.what() instanceof Act.What.Unsubscribes
                        || (act.what() instanceof Act.What.SignsUp(var w) && !w.equals("yes")));
        if (!agreed || !isUndisturbed || ledger.pressedAt.isPresent() || ledger.isSuppressed()) {
            return;
        }
        Optional<Instant> signedUp = told.stream()
                .filter(act -> act.what() instanceof Act.What.SignsUp)
                .flatMap(act -> ledger.acknowledgedAt(act).stream())
                .min(Instant::compareTo);
        for (Act act : told) {
            if (act.what() instanceof Act.What.Adds && isLeftAlone(ledger, act, signedUp)) {
                boolean isReminded = ledger.born.stream()
                        .anyMatch(message -> message.flow().equals("cart")
                                && message.bornAt().isAfter(act.at())
                                && message.bornAt().isBefore(act.at().plus(Duration.ofDays(5))));
                check(isReminded, Rule.CART_NOT_FORGOTTEN, ledger.shopper, "left a cart at " + act.at());
            }
        }
    }

    private boolean isLeftAlone(Ledger ledger, Act left, Optional<Instant> signedUp) {
        Instant from = left.at().minus(Duration.ofDays(31));
        Instant until = left.at().plus(Duration.ofDays(5));
        boolean isToldInTime = ledger.acknowledgedAt(left)
                .filter(at -> Duration.between(left.at(), at).compareTo(Duration.ofMinutes(30)) < 0)
                .filter(at -> signedUp.filter(left.at()::isAfter).isPresent())
                .isPresent();
        return isToldInTime
                && until.isBefore(now)
                && ledger.told.stream()
                        .filter(act -> !act.id().equals(left.id()))
                        .filter(act -> act.what().touchesCart() || act.what() instanceof Act.What.Buys)
                        .noneMatch(act -> act.at().isAfter(from) && act.at().isBefore(until));
    }

    private void timeline(Ledger ledger) {
        Shopper shopper = ledger.shopper;
        Set<String> lines = new HashSet<>();
        for (CustomerId place : shopper.places()) {
            Customer customer = table.customers().at(shopper.store().id(), place);
            Optional<Timelines.Place> before = Optional.empty();
            do {
                Timelines.Page page = table.timelines().page(shopper.store().id(), customer, before, PAGE);
                page.lines().stream().map(LogEntry::id).forEach(lines::add);
                before = page.next();
            } while (before.isPresent());
        }
        ledger.told.stream()
                .filter(act -> ledger.acknowledgedAt(act).isPresent())
                .map(shopper::line)
                .filter(line -> !lines.contains(line))
                .forEach(line -> oracle.broken(Rule.EVERY_WORD_KEPT, shopper, line + " is missing"));
    }

    private void broken(Rule rule, Message message, String what) {
        int shopper =
                oracle.ledger(message).map(ledger -> ledger.shopper.number()).orElse(-1);
        oracle.broken(rule, shopper, message.flow() + "/" + message.name() + " " + what);
    }

    private void check(boolean isKept, Rule rule, Shopper shopper, String what) {
        if (!isKept) {
            oracle.broken(rule, shopper, shopper.name() + ": " + what);
        }
    }
}
