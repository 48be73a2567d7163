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
import java.util.stream.IntStream;
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
        return latest(customer, flow).stream()
                .flatMap(latest -> letters(flow).stream()
                        .map(name -> MessageId.of(store.id(), flow.name(), latest.key(), latest.run(), name)))
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
            case Step.Await await -> List.of();
            case Step.Branch branch -> List.of();
            case Step.Leap leap -> List.of();
            case Step.Stop stop -> List.of();
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
                : new WhyNotStarted(customer, flow, store, timeline, now).rules();
        return new Explanation(flow.name(), letter, verdict(letter, run, steps), run, entry, steps);
    }

    private Verdict verdict(Optional<String> letter, Optional<Run> run, List<StepNow> steps) {
        if (run.isEmpty()) {
            return new WhyNotStarted(customer, flow, store, timeline, now).verdict();
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

    private static Optional<Started> latest(Customer customer, Flow flow) {
        return running(customer, flow)
                .map(journey -> new Started(
                        flow.name(),
                        journey.key(),
                        journey.startedAt(),
                        journey.beginning().run(),
                        journey.beginning().isHeldOut()))
                .or(() -> lastStart(customer, flow));
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
            if (step instanceof Step.Leap) {
                continue;
            }
            List<String> letters = letters(step);
            String number = Integer.toString(flow.number(i));
            String name = letters.isEmpty() ? number : letters.getFirst();
            boolean isTold = told.stream()
                    .anyMatch(one -> one.reason().step().filter(name::equals).isPresent());
            Optional<Told> passedBy = passedBy(i, told);
            Position position = passedBy.isPresent()
                    ? Position.NEVER
                    : position(running, run, i, isTold || !fates(letters).isEmpty());
            steps.add(new StepNow(
                    flow.number(i),
                    StepWords.of(step),
                    letters,
                    position,
                    passedBy,
                    position == Position.NEXT ? running.flatMap(this::due) : Optional.empty(),
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

    /**
     * Where the journey is with a step. Behind a fork only one way is gone; which one, the steps on it tell.
     *
     * @param isTold whether something was decided about the step, or its letter was born
     */
    private Position position(Optional<Journey> running, Optional<Run> run, int step, boolean isTold) {
        if (running.isPresent()) {
            int next = running.get().nextStep();
            if (step >= next) {
                boolean isReached = next < flow.steps().size() && flow.leads(next, step);
                return step == next ? Position.NEXT : isReached ? Position.LATER : Position.NEVER;
            }
            return isTold || flow.isOnEveryWay(step) ? Position.DONE : Position.NEVER;
        }
        boolean isFinished =
                run.filter(known -> known.state() == State.FINISHED).isPresent();
        return isTold || (isFinished && flow.isOnEveryWay(step)) ? Position.DONE : Position.NEVER;
    }

    /** The fork that led past a step. */
    private Optional<Told> passedBy(int step, List<Told> told) {
        return told.stream()
                .filter(one -> one.reason().verdict() == Reason.Verdict.CHOSE)
                .filter(one -> fork(one.reason())
                        .filter(fork -> flow.leads(fork, step) && !flow.leads(chosen(fork, one.reason()), step))
                        .isPresent())
                .findFirst();
    }

    /** The index of the fork that a reason is about. */
    private Optional<Integer> fork(Reason reason) {
        return IntStream.range(0, flow.steps().size())
                .boxed()
                .filter(i -> !(flow.steps().get(i) instanceof Step.Leap))
                .filter(i -> reason.step().equals(Optional.of(Integer.toString(flow.number(i)))))
                .findFirst();
    }

    private int chosen(int fork, Reason reason) {
        List<Integer> ways = flow.steps().get(fork).next(fork);
        boolean isOther = reason.ruling()
                .filter(ruling -> StepRulings.OTHER_WAY.contains(ruling.rule()))
                .isPresent();
        return isOther ? ways.getLast() : ways.getFirst();
    }

    private Optional<Instant> due(Journey journey) {
        return new Waits(customer, store).dueAt(flow, journey, now);
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
                ? new LetterRules(
                                customer,
                                flow,
                                store,
                                timeline,
                                later(now, due(running.get()).orElse(now)))
                        .of(running.get(), send)
                : List.of();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
