package comeback.flow;

import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Check;
import comeback.flow.Explanation.Fate;
import comeback.flow.Explanation.Position;
import comeback.flow.Explanation.Run;
import comeback.flow.Explanation.StepNow;
import comeback.flow.Explanation.Told;
import comeback.flow.Explanation.Verdict;
import comeback.message.MayItGo;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer about a journey that began: one or a few sentences, and what would have changed it. */
final class Verdicts {

    private static final Set<Reason.Verdict> NOT_SENT = Set.of(Reason.Verdict.SKIPPED, Reason.Verdict.WOULD_SEND);

    private final Flow flow;
    private final Run run;
    private final List<StepNow> steps;
    private final List<Told> told;
    private final Causes causes;

    Verdicts(Flow flow, Run run, List<StepNow> steps, List<Told> told, Causes causes) {
        this.flow = flow;
        this.run = run;
        this.steps = steps;
        this.told = told;
        this.causes = causes;
    }

    /** Surest first: what became of the message; why it was not born; why it will or will not be. */
    Verdict ofLetter(String letter) {
        StepNow step = steps.stream()
                .filter(one -> one.letters().contains(letter))
                // A letter may stand on both ways of a fork: the one that was gone tells.
                .min(Comparator.comparing(one -> one.position() == Position.NEVER))
                .orElseThrow();
        return step.fates().stream()
                .filter(fate -> fate.letter().equals(letter))
                .findFirst()
                .map(this::ofMessage)
                .or(() -> skipped(step, letter))
                .or(() -> instead(step, letter))
                .or(() -> otherWay(step, letter))
                .or(() -> toCome(step, letter))
                .or(() -> run.ended().map(ended -> stopped(letter + " was not sent: ", ended)))
                .orElseGet(() -> Verdict.of(letter + " was not sent; it is too long ago for the timeline to say why."));
    }

    /** What the journey did and does, then each letter's fate. */
    Verdict ofFlow() {
        List<String> sentences = new ArrayList<>();
        Verdict first = switch (run.state()) {
            case RUNNING -> Verdict.of(began() + " and is still running.");
            case STOPPED -> stopped(began() + " and stopped: ", run.ended().orElseThrow());
            case FINISHED -> Verdict.of(began() + " and came to its end.");
        };
        sentences.add(first.text());
        for (StepNow step : steps) {
            step.fates().forEach(fate -> sentences.add(fate.letter() + " " + fate.text() + "."));
            if (step.fates().isEmpty()) {
                step.letter().flatMap(letter -> skipped(step, letter)).ifPresent(skip -> sentences.add(skip.text()));
            }
            step.due().ifPresent(due -> sentences.add("The next step is due at " + Words.of(due) + "."));
        }
        newestRefusal().ifPresent(sentences::add);
        return new Verdict(String.join(" ", sentences), first.rule(), first.otherwise(), first.because());
    }

    private String began() {
        return flow.name() + " began at " + Words.of(run.startedAt())
                + run.because().map(cause -> " because of " + cause.name()).orElse("");
    }

    private Verdict ofMessage(Fate fate) {
        String text = fate.letter() + " " + fate.text() + ".";
        if (fate.state() instanceof MessageState.Skipped skipped
                && skipped.ruling().isPresent()) {
            Ruling ruling = skipped.ruling().get();
            return Verdict.of(text, ruling, causes.of(ruling));
        }
        return new Verdict(text, Optional.empty(), Optional.empty(), run.because());
    }

    private Optional<Verdict> skipped(StepNow step, String letter) {
        return step.decisions().stream()
                .filter(decision -> NOT_SENT.contains(decision.reason().verdict()))
                .filter(decision -> decision.reason().step().equals(Optional.of(letter)))
                .findFirst()
                .map(decision -> {
                    String went = step.fates().stream()
                            .map(fate -> " Instead, " + fate.letter() + " " + fate.text() + ".")
                            .findFirst()
                            .orElse("");
                    return decision.reason()
                            .ruling()
                            .map(ruling -> Verdict.of(
                                    letter + " was not sent: " + ruling.text() + "." + went, ruling, causes.of(ruling)))
                            .orElseGet(() -> Verdict.of(decision.reason().text() + "." + went));
                });
    }

    /** The letter for people without consent, asked about someone who got the other one. */
    private static Optional<Verdict> instead(StepNow step, String letter) {
        return step.fates().stream()
                .findFirst()
                .map(other -> Verdict.of(letter + " was not needed: " + other.letter() + " " + other.text() + "."));
    }

    /** The journey came to a fork and went the way on which the letter does not lie. */
    private static Optional<Verdict> otherWay(StepNow step, String letter) {
        return step.passedBy()
                .flatMap(fork -> fork.reason()
                        .ruling()
                        .map(ruling -> Verdict.of(
                                letter + " was not sent: " + ruling.text() + ".", ruling, Optional.of(fork.when()))));
    }

    private Optional<Verdict> toCome(StepNow step, String letter) {
        if (step.position() != Position.NEXT && step.position() != Position.LATER) {
            return Optional.empty();
        }
        String notYet = letter + " has not been sent yet: " + when(step) + ".";
        Optional<Check> against =
                step.rules().stream().filter(rule -> !rule.holds()).findFirst();
        return Optional.of(against.map(rule -> Verdict.of(
                        notYet
                                + (MayItGo.isForAWhile(rule.ruling())
                                        ? " As things are it then "
                                        : " As things are it will not go then: ")
                                + rule.ruling().text() + ".",
                        rule.ruling(),
                        rule.because()))
                .or(() -> putOff(step, notYet))
                .orElseGet(() -> Verdict.of(notYet)));
    }

    /** It was due before, and was put off until now. */
    private static Optional<Verdict> putOff(StepNow step, String notYet) {
        return step.decisions().stream()
                .filter(decision -> decision.reason().verdict() == Reason.Verdict.DEFERRED)
                .findFirst()
                .flatMap(decision -> decision.reason().ruling())
                .map(ruling -> Verdict.of(notYet + " It " + ruling.text() + ".", ruling, Optional.empty()));
    }

    private String when(StepNow step) {
        StepNow next = steps.stream()
                .filter(one -> one.position() == Position.NEXT)
                .findFirst()
                .orElseThrow();
        Optional<String> lower = next.decisions().stream()
                .findFirst()
                .flatMap(newest -> newest.reason().ruling())
                .filter(ruling -> ruling.rule().equals(Rulings.RUNG))
                .map(ruling -> "it " + ruling.text());
        if (lower.isPresent()) {
            return lower.get();
        }
        String due = next.due().map(Words::of).orElse("a day that is not known");
        boolean isItsWait = next.number() >= step.number() - 1;
        return isItsWait ? "it is due at " + due : "it comes later; the next step is due at " + due;
    }

    private Verdict stopped(String beginning, Told ended) {
        String text = beginning + ended.reason().text() + ".";
        Cause cause = ended.when();
        return ended.reason()
                .ruling()
                .map(ruling -> Verdict.of(text, ruling, Optional.of(cause)))
                .orElseGet(() -> new Verdict(text, Optional.empty(), Optional.empty(), Optional.of(cause)));
    }

    /** That it could have begun once more since, and why it did not. */
    private Optional<String> newestRefusal() {
        return told.stream()
                .filter(one -> one.reason().verdict() == Reason.Verdict.NOT_STARTED)
                .findFirst()
                .map(one -> "It did not start again with " + one.when().name() + " at "
                        + Words.of(one.when().at()) + ": " + one.reason().text() + ".");
    }
}
