package comeback.simulation.oracle;

import comeback.message.Message;
import comeback.send.Mail;
import comeback.simulation.shop.Act;
import comeback.simulation.shop.Shopper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the outside knows of one shopper: what was told and acknowledged, what SES took and reported. */
final class Ledger {
    final Shopper shopper;
    final List<Act> told = new ArrayList<>();
    final Map<String, Instant> acknowledged = new LinkedHashMap<>();
    final List<Letter> letters = new ArrayList<>();
    final List<Message> born = new ArrayList<>();
    Optional<Instant> bouncedAt = Optional.empty();
    Optional<Instant> complainedAt = Optional.empty();
    boolean mayBeSuppressed;
    Optional<Instant> pressedAt = Optional.empty();
    Optional<String> link = Optional.empty();

    /** A mail that SES took. */
    record Letter(Mail mail, Message message, Instant claimedAt, Instant acceptedAt) {}

    Ledger(Shopper shopper) {
        this.shopper = shopper;
    }

    Optional<Instant> acknowledgedAt(Act act) {
        return Optional.ofNullable(acknowledged.get(act.id()));
    }

    /** Since when nothing may be advertised: the earliest acknowledged "no" after which no "yes" was told. */
    Optional<Instant> unsubscribedAt() {
        Optional<Instant> byEvent = told.stream()
                .filter(act -> act.what() instanceof Act.What.Unsubscribes && !isTakenBack(act.at()))
                .flatMap(act -> acknowledgedAt(act).stream())
                .min(Instant::compareTo);
        Optional<Instant> byLink = pressedAt.filter(at -> !isTakenBack(at));
        return byEvent.isEmpty()
                ? byLink
                : byEvent.filter(at -> byLink.filter(at::isAfter).isEmpty()).or(() -> byLink);
    }

    private boolean isTakenBack(Instant no) {
        return told.stream()
                .anyMatch(act -> act.what() instanceof Act.What.SignsUp(var word)
                        && word.equals("yes")
                        && !act.at().isBefore(no));
    }

    /** When they first wanted to be forgotten: from then on they do nothing any more. */
    Optional<Instant> leftAt() {
        return told.stream()
                .filter(act -> act.what() instanceof Act.What.WantsToBeForgotten)
                .map(Act::at)
                .min(Instant::compareTo);
    }

    /** When it was acknowledged that they are forgotten. */
    Optional<Instant> forgottenAt() {
        return told.stream()
                .filter(act -> act.what() instanceof Act.What.WantsToBeForgotten)
                .flatMap(act -> acknowledgedAt(act).stream())
                .min(Instant::compareTo);
    }

    /** Whether the store surely knew them when it was asked to forget them: it had written to them, or wanted to. */
    boolean wasKnown() {
        return told.stream()
                .filter(act -> act.what() instanceof Act.What.WantsToBeForgotten)
                .map(Act::toldAt)
                .min(Instant::compareTo)
                .filter(at -> born.stream().anyMatch(message -> message.bornAt().isBefore(at)))
                .isPresent();
    }

    /** When the last purchase happened that was acknowledged before then. */
    Optional<Instant> boughtAt(Instant before) {
        return told.stream()
                .filter(act -> act.what() instanceof Act.What.Buys)
                .filter(act -> acknowledgedAt(act).filter(before::isAfter).isPresent())
                .map(Act::at)
                .max(Instant::compareTo);
    }

    boolean wasCancelled(String order) {
        return told.stream().anyMatch(act -> act.what() instanceof Act.What.Cancels(var it) && it.equals(order));
    }

    /** A report that was never acknowledged may have been taken all the same. */
    boolean isSuppressed() {
        return mayBeSuppressed || bouncedAt.isPresent() || complainedAt.isPresent();
    }
}
