package comeback.flow;

import static java.util.Objects.requireNonNull;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.flow.Reason.Verdict;
import comeback.message.Ruling;
import comeback.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks every running journey as far as it can go now. */
final class Steps {
    /** Where a journey is that has been stopped: behind every step. */
    private static final int GONE = Integer.MAX_VALUE;

    private final Customer customer;
    private final Store store;
    private final Trail trail;
    private final Instant now;
    private final Waits waits;
    private final Births births;

    private Steps(Customer customer, Store store, Trail trail, Instant now) {
        this.customer = customer;
        this.store = store;
        this.trail = trail;
        this.now = now;
        this.waits = new Waits(customer, store);
        this.births = new Births(customer, store, trail, now);
    }

    /**
     * Where the walk ended.
     *
     * @param customer with what still runs
     * @param nextDue the earliest time at which a step is due
     */
    record Run(Customer customer, Optional<Instant> nextDue) {}

    static Run run(Customer customer, Store store, Flows flows, Trail trail, Instant now) {
        Steps steps = new Steps(customer, store, trail, now);
        Map<Journey, Journey> walks = new HashMap<>();
        List<Instant> due = new ArrayList<>();
        for (Journey journey : inTurn(customer, flows)) {
            Flow flow = flows.of(journey).orElseThrow();
            Optional<Flow> higher = Rungs.holding(flow, running(customer, walks, flows), flows);
            if (higher.isPresent()) {
                walks.put(journey, journey);
                trail.say(flow, Verdict.WAITING, number(flow, journey), StepRulings.waitsForRung(higher.get()));
            } else {
                Journey walked = steps.walk(flow, journey);
                walks.put(journey, walked);
                if (isRunning(walked, flow)) {
                    steps.waits.dueAt(flow, walked, now).ifPresent(due::add);
                }
            }
        }
        List<Journey> running = running(customer, walks, flows);
        Customer next = running.equals(customer.journeys()) ? customer : customer.withJourneys(running);
        return new Run(next, due.stream().min(Comparator.naturalOrder()));
    }

    /** Those that have been walked and still run, in the order in which they began. */
    private static List<Journey> running(Customer customer, Map<Journey, Journey> walks, Flows flows) {
        return customer.journeys().stream()
                .flatMap(journey -> Optional.ofNullable(walks.get(journey)).stream())
                .filter(walked -> isRunning(walked, flows.of(walked).orElseThrow()))
                .toList();
    }

    private static boolean isRunning(Journey journey, Flow flow) {
        return journey.nextStep() < flow.steps().size();
    }

    /**
     * Those whose next message is worth most come first: a cap may leave room for one. What may have to wait for another of
     * them comes after all that need not, the nearest to the purchase first.
     */
    private static List<Journey> inTurn(Customer customer, Flows flows) {
        Comparator<Journey> byWorth =
                Comparator.comparing(journey -> nextPriority(flows.of(journey).orElseThrow(), journey));
        Comparator<Journey> byRung =
                Comparator.comparing(journey -> flows.of(journey).orElseThrow(), Rungs::nearestFirst);
        Map<Boolean, List<Journey>> mayHaveToWait = customer.journeys().stream()
                .collect(Collectors.partitioningBy(
                        journey -> Rungs.holding(flows.of(journey).orElseThrow(), customer.journeys(), flows)
                                .isPresent()));
        return Stream.concat(
                        requireNonNull(mayHaveToWait.get(false)).stream().sorted(byWorth),
                        requireNonNull(mayHaveToWait.get(true)).stream().sorted(byRung.thenComparing(byWorth)))
                .toList();
    }

    private static Step.Priority nextPriority(Flow flow, Journey journey) {
        return flow.steps().stream()
                .skip(journey.nextStep())
                .flatMap(step -> step instanceof Step.Send send ? Stream.of(send.priority()) : Stream.empty())
                .findFirst()
                .orElse(Step.Priority.LOW);
    }

    /** Every step leads to a later one, so this ends. */
    private Journey walk(Flow flow, Journey journey) {
        Journey at = journey;
        while (at.nextStep() < flow.steps().size()) {
            Journey next = step(flow, at);
            if (next.nextStep() == at.nextStep()) {
                return next;
            }
            at = next;
        }
        if (at.nextStep() != GONE) {
            trail.say(flow, Verdict.FINISHED, "all steps are done");
        }
        return at;
    }

    /** The journey at a later step, or where it is when it must stay. */
    private Journey step(Flow flow, Journey at) {
        return switch (flow.steps().get(at.nextStep())) {
            case Step.Wait wait -> pause(flow, at, wait);
            case Step.Await await -> await(flow, at, await);
            case Step.Branch branch -> branch(flow, at, branch);
            case Step.Send send -> send(flow, at, send);
            case Step.Leap leap -> at.at(leap.to(), at.since());
            case Step.Stop stop -> stop(flow, at, StepRulings.stopped(stop.why()));
        };
    }

    private Journey pause(Flow flow, Journey at, Step.Wait wait) {
        Optional<Instant> due = waits.dueAt(flow, at, now);
        if (due.isEmpty()) {
            return stop(flow, at, StepRulings.noDate(wait));
        }
        if (Decide.isDue(due.get(), now)) {
            return at.at(at.nextStep() + 1, now);
        }
        trail.say(flow, Verdict.WAITING, number(flow, at), "until " + due.get());
        return at;
    }

    /** What came in time counts, also when we look late; what came too late does not, also when we look later still. */
    private Journey await(Flow flow, Journey at, Step.Await await) {
        Instant timeOut = waits.timeOut(at, await);
        Optional<Instant> came = waits.came(at, await).filter(time -> !time.isAfter(timeOut));
        if (came.isPresent()) {
            trail.say(flow, Verdict.CHOSE, number(flow, at), StepRulings.came(await, came.get()));
            return at.at(at.nextStep() + 1, now);
        }
        if (Decide.isDue(timeOut, now)) {
            trail.say(flow, Verdict.CHOSE, number(flow, at), StepRulings.noneCame(await, timeOut));
            return at.at(await.timedOut(), now);
        }
        trail.say(flow, Verdict.WAITING, number(flow, at), "for " + Words.any(await.events()) + ", until " + timeOut);
        return at;
    }

    private Journey branch(Flow flow, Journey at, Step.Branch branch) {
        Condition.Answer answer =
                branch.condition().about(new Condition.Asked(customer, Optional.empty(), store, Optional.of(at), now));
        trail.say(flow, Verdict.CHOSE, number(flow, at), StepRulings.branch(branch.condition(), answer));
        return at.at(answer.holds() ? at.nextStep() + 1 : branch.otherwise(), at.since());
    }

    private Journey send(Flow flow, Journey at, Step.Send send) {
        Instant due = waits.dueAt(flow, at, now).orElseThrow();
        // To the minute, unlike a wait: a minute before eight is still night.
        if (due.isAfter(now)) {
            String what = waits.isAwaitingAddress(at, send, now) ? "for an e-mail address, until " : "until ";
            trail.say(flow, Verdict.WAITING, send.message(), what + due);
            return at;
        }
        Instant left = waits.leftAt(flow, at);
        return births.send(flow, at, send, left.isAfter(at.since()) ? left : at.since());
    }

    private Journey stop(Flow flow, Journey at, Ruling ruling) {
        trail.say(flow.name(), Verdict.STOPPED, ruling);
        return at.at(GONE, now);
    }

    private static String number(Flow flow, Journey at) {
        return Integer.toString(flow.number(at.nextStep()));
    }
}
