package comeback.flow;

import comeback.message.Ruling;
import comeback.store.Mode;
import java.time.Instant;
import java.util.Set;

/** What the rules about a journey's steps say: which way it goes, and whether a letter is sent or only written down. */
final class StepRulings {
    /** Said at a fork of which the second way is taken. */
    static final Set<String> OTHER_WAY = Set.of("time-out", "else");

    private StepRulings() {}

    static Ruling stopped(String why) {
        return new Ruling("stop", why, why, "It would have gone on, had it not come to the step that stops it.");
    }

    static Ruling noDate(Step.Wait wait) {
        String name = wait.until() instanceof Until.Anniversary date ? date.name() : "date";
        return new Ruling(
                "date",
                "none",
                "the customer's " + name + " is not known",
                "It would have gone on, had the store told the customer's " + name + ".");
    }

    static Ruling came(Step.Await await, Instant at) {
        String what = Words.any(await.events());
        return new Ruling(
                "wait-for",
                at.toString(),
                what + " came, at " + Words.of(at),
                "It would have gone the other way, had no " + what + " come " + span(await) + ".");
    }

    static Ruling noneCame(Step.Await await, Instant timeOut) {
        String what = Words.any(await.events());
        return new Ruling(
                "time-out",
                "none",
                "no " + what + " came until " + Words.of(timeOut),
                "It would have gone the other way, had " + what + " come " + span(await) + ".");
    }

    private static String span(Step.Await await) {
        return "within " + Words.of(await.atMost()) + " after " + await.after().words();
    }

    static Ruling branch(Condition condition, Condition.Answer answer) {
        String seen = answer.inWords();
        String because = seen.isEmpty() ? "" : " (" + seen + ")";
        return answer.holds()
                ? new Ruling(
                        "if",
                        seen,
                        condition.text() + " holds" + because,
                        "It would have gone the other way, had it not been that " + decisive(answer) + ".")
                : new Ruling(
                        "else",
                        seen,
                        condition.text() + " does not hold" + because,
                        "It would have gone the other way, had it been that " + decisive(answer) + ".");
    }

    static String decisive(Condition.Answer answer) {
        return String.join(" and ", answer.decisive());
    }

    static Ruling maxReminders(int max, String who) {
        return new Ruling(
                "max-reminders",
                Integer.toString(max),
                who + " sends at most " + max + (max == 1 ? " reminder" : " reminders"),
                "It would have gone, had " + who + " allowed more reminders.");
    }

    static Ruling variant(Step.Send send, Step.Variant variant, boolean isInstead) {
        int weights = send.variants().stream().mapToInt(Step.Variant::weight).sum();
        return new Ruling(
                "variant",
                variant.name(),
                (variant.terms().isPresent() ? "with the offer " : "as the letter ") + variant.name() + ", which "
                        + variant.weight() + " of " + weights
                        + " customers get"
                        + (isInstead ? ", in the place of another that was stopped because it did harm" : ""),
                "Another of the letters would have gone, had the customer's lot been another; it is drawn by who they are.");
    }

    static Ruling shadow() {
        return new Ruling(
                "mode",
                "shadow",
                "the flow runs in shadow, which sends nothing; it would have gone",
                "It would have gone, had the flow been live.");
    }

    static Ruling noCanary(Mode.Canary canary) {
        return new Ruling(
                "mode",
                canary.words(),
                "the flow is live for " + canary.percent()
                        + "% of the customers, and this one is not among them; else it would have gone",
                "It would have gone, had the flow been live for everybody.");
    }

    static Ruling heldOut(Flow flow) {
        return new Ruling(
                "holdout",
                flow.holdout() + "%",
                "the customer is one of the " + flow.holdout()
                        + "% who get none of this marketing, so that what it brings can be measured; else it would have gone",
                "It would have gone, had the customer's lot been another; it is drawn once, by who they are.");
    }

    static Ruling waitsForRung(Flow higher) {
        return new Ruling(
                Rulings.RUNG,
                Rulings.rung(higher),
                "waits while " + higher.name() + " runs, which is nearer to the purchase (" + Rulings.rung(higher)
                        + ")",
                "It would have gone on, had " + higher.name() + " not been running.");
    }
}
