package comeback.flow;

import comeback.customer.Customer;
import comeback.customer.Journey;
import comeback.flow.Reason.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Of the flows that remind of something left behind, one rung of the ladder speaks at a time. */
final class Rungs {
    private Rungs() {}

    /** The order in which flows begin. Those that are on no rung come last. */
    static int nearestFirst(Flow one, Flow other) {
        Optional<Ladder> left = one.ladder();
        Optional<Ladder> right = other.ladder();
        return left.isEmpty() || right.isEmpty()
                ? Boolean.compare(left.isEmpty(), right.isEmpty())
                : right.get().rung().compareTo(left.get().rung());
    }

    /** A flow that runs and is nearer to the purchase. */
    static Optional<Flow> above(Flow flow, Customer customer, Flows flows) {
        return above(flow, customer.journeys(), flows);
    }

    private static Optional<Flow> above(Flow flow, List<Journey> running, Flows flows) {
        return flow.ladder()
                .flatMap(own -> running.stream()
                        .flatMap(journey -> flows.of(journey).stream())
                        .filter(other -> other.ladder()
                                .filter(ladder -> ladder.isAbove(own))
                                .isPresent())
                        .findFirst());
    }

    /** A flow among these that runs, is nearer to the purchase and lets lower ones wait. */
    static Optional<Flow> holding(Flow flow, List<Journey> running, Flows flows) {
        return above(flow, running, flows)
                .filter(higher -> higher.ladder().filter(Ladder::lowerWait).isPresent());
    }

    /** Ends what is further from the purchase than a flow that begins, unless that lets it wait. */
    static Customer endLower(Customer customer, Flow begins, Flows flows, Trail trail) {
        Optional<Ladder> ladder = begins.ladder().filter(own -> !own.lowerWait());
        if (ladder.isEmpty()) {
            return customer;
        }
        List<Journey> left = new ArrayList<>();
        for (Journey journey : customer.journeys()) {
            boolean isLower = flows.of(journey)
                    .flatMap(Flow::ladder)
                    .filter(ladder.get()::isAbove)
                    .isPresent();
            if (isLower) {
                trail.say(journey.flow(), Verdict.STOPPED, Rulings.rungTaken(begins));
            } else {
                left.add(journey);
            }
        }
        return left.size() == customer.journeys().size() ? customer : customer.withJourneys(left);
    }
}
