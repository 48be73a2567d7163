package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.customer.Started;
import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Check;
import comeback.flow.Explanation.Position;
import comeback.flow.Explanation.Run;
import comeback.flow.Explanation.State;
import comeback.flow.Explanation.StepNow;
import comeback.flow.Explanation.Told;
import comeback.flow.Explanation.Verdict;
import comeback.message.Message;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers why a customer got a flow's letters, or did not: from what was decided, where the timeline still says so, and
 * else from the rules as they are now. It explains the latest journey; an earlier one is told by the timeline.
 */
public final class Explain {
    private final Customer customer;
    private final Flow flow;
    private final Store store;
    private final List<Past> timeline;
    private final List<Message> messages;
    private final Instant now;

    private Explain(
            Customer customer, Flow flow, Store store, List<Past> timeline, List<Message> messages, Instant now) {
        this.customer = customer;
        this.flow = flow;
        this.store = store;
        this.timeline = timeline;
        this.messages = messages;
        this.now = now;
    }

    /**
     * Explains. Same arguments, same answer.
     *
     * @param letter which of the flow's letters; absent for all of them
     * @param timeline what happened lately, newest first
     * @param messages those of {@link #messages} that were born
     */
    public static Explanation explain(
            Customer customer,
            Flow flow,
            Optional<String> letter,
            Store store,
            List<Past> timeline,
            List<Message> messages,
            Instant now) {
        return new Explain(customer, flow, store, timeline, messages, now).explain(letter);
    }

    /** The messages that the latest journey may have given birth to. */
    public static List<MessageId> messages(Customer customer, Flow flow, Store store) {
        return key(customer, flow).stream()
                .flatMap(key -> letters(flow).stream().map(name -> MessageId.of(store.id(), flow.name(), key, name)))
                .toList();
    }

    /** The latest journey of a flow that still runs. */
    public static Optional<Journey> running(Customer customer, Flow flow) {
        return customer.journeys().stream()
                .filter(journey -> journey.flow().equals(flow.name()))
                .max(Comparator.comparing(Journey::startedAt));
    }

    /** What became of a message. */
    public static Explanation.Fate fate(Message message) {
        return Fates.of(message);
    }

    /** The names of all letters of a flow. */
    public static List<String> letters(Flow flow) {
        return flow.steps().stream().flatMap(step -> letters(step).stream()).toList();
    }

    /** The letter that a step sends, then the one that goes instead without consent. */
    static List<String> letters(Step step) {
        return switch (step) {
            case Step.Wait wait -> List.of();
            case Step.Send send ->
                Stream.concat(
                                Stream.of(send.message()),
                                send.withoutConsent().stream().map(Step.Send::message))
                        .toList();
        };
    }

    private Explanation explain(Optional<String> letter) {
        Optional<Run> run = run();
        List<StepNow> steps = steps(run);
        List<Check> entry = run.filter(known -> known.state() == State.RUNNING).isPresent()
                ? List.of()
                : new WhyNotStarted(customer, flow, store, timeline).rules();
        return new Explanation(flow.name(), letter, verdict(letter, run, steps), run, entry, steps);
    }

    private Verdict verdict(Optional<String> letter, Optional<Run> run, List<StepNow> steps) {
        if (run.isEmpty()) {
            return new WhyNotStarted(customer, flow, store, timeline).verdict();
        }
        Verdicts verdicts = new Verdicts(flow, run.get(), steps, sinceStart(), new Causes(customer, timeline));
        return letter.map(verdicts::ofLetter).orElseGet(verdicts::ofFlow);
    }

    // ---- the journey

    private static Optional<Started> lastStart(Customer customer, Flow flow) {
        return customer.started().stream()
                .filter(started -> started.flow().equals(flow.name()))
                .max(Comparator.comparing(Started::at));
    }

    private static Optional<String> key(Customer customer, Flow flow) {
        return running(customer, flow)
                .map(Journey::key)
                .or(() -> lastStart(customer, flow).map(Started::key));
    }

    private Optional<Run> run() {
        Optional<Cause> began = sinceStart().reversed().stream()
                .filter(told -> told.reason().verdict() == Reason.Verdict.STARTED)
                .map(Told::when)
                .findFirst();
        Optional<Journey> running = running(customer, flow);
        if (running.isPresent()) {
            Journey journey = running.get();
            return Optional.of(new Run(journey.key(), State.RUNNING, journey.startedAt(), began, Optional.empty()));
        }
        Optional<Told> stopped = sinceStart().stream()
                .filter(told -> told.reason().verdict() == Reason.Verdict.STOPPED)
                .findFirst();
        return lastStart(customer, flow)
                .map(started -> new Run(
                        started.key(),
                        stopped.isPresent() ? State.STOPPED : State.FINISHED,
                        started.at(),
                        began,
                        stopped));
    }

    /** What was decided about this flow since its latest journey began, newest first. */
    private List<Told> sinceStart() {
        List<Told> told = new ArrayList<>();
        for (Past line : timeline) {
            for (Reason reason : line.reasons().reversed()) {
                if (reason.flow().equals(flow.name())) {
                    told.add(new Told(Cause.of(line), reason));
                }
                if (reason.flow().equals(flow.name()) && reason.verdict() == Reason.Verdict.STARTED) {
                    return told;
                }
            }
        }
        return told;
    }

    // ---- its steps

    private List<StepNow> steps(Optional<Run> run) {
        Optional<Journey> running = running(customer, flow);
        List<Told> told = run.isPresent() ? sinceStart() : List.of();
        List<StepNow> steps = new ArrayList<>();
        for (int i = 0; i < flow.steps().size(); i++) {
            Step step = flow.steps().get(i);
            List<String> letters = letters(step);
            Position position = position(running, run, i, letters);
            String name = letters.isEmpty() ? Integer.toString(i + 1) : letters.getFirst();
            steps.add(new StepNow(
                    i + 1,
                    words(step),
                    letters.stream().findFirst(),
                    position,
                    position == Position.NEXT
                            ? running.map(journey -> Steps.nextDue(customer, store, flow, journey, now))
                            : Optional.empty(),
                    fates(letters),
                    told.stream()
                            .filter(one -> one.reason()
                                    .step()
                                    .filter(about -> about.equals(name) || letters.contains(about))
                                    .isPresent())
                            .toList(),
                    rules(step, position, running)));
        }
        return steps;
    }

    private Position position(Optional<Journey> running, Optional<Run> run, int step, List<String> letters) {
        if (running.isPresent()) {
            int next = running.get().nextStep();
            return step < next ? Position.DONE : step == next ? Position.NEXT : Position.LATER;
        }
        boolean isFinished =
                run.filter(known -> known.state() == State.FINISHED).isPresent();
        return isFinished || !fates(letters).isEmpty() ? Position.DONE : Position.NEVER;
    }

    private List<Explanation.Fate> fates(List<String> letters) {
        return messages.stream()
                .filter(message -> letters.contains(message.name()))
                .map(Fates::of)
                .toList();
    }

    private List<Check> rules(Step step, Position position, Optional<Journey> running) {
        boolean isToCome = position == Position.NEXT || position == Position.LATER;
        return isToCome && running.isPresent() && step instanceof Step.Send send
                ? new LetterRules(customer, flow, store, timeline, now).of(running.get(), send)
                : List.of();
    }

    private static String words(Step step) {
        return switch (step) {
            case Step.Wait wait ->
                "waits " + Words.of(wait.duration()) + " after " + wait.after().words();
            case Step.Send send ->
                "sends " + send.message()
                        + send.withoutConsent()
                                .map(other -> ", or " + other.message() + " without consent")
                                .orElse("");
        };
    }
}
