package comeback.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A wait of a flow of which several lengths are tried. Who draws which is settled by who they are; what they buy is counted from
 * the flow's beginning for them, whether a letter reaches them or not: a longer wait reaches fewer, so letters say nothing of it.
 *
 * @param trial how it is called where it is counted: a wait with other lengths or weights is another trial
 * @param flow which automation
 * @param pause with its lengths
 */
public record TriedWait(String trial, String flow, Until.Passed pause) {
    /** All of a flow. */
    public static List<TriedWait> of(Flow flow) {
        return IntStream.range(0, flow.steps().size())
                .mapToObj(step -> at(flow, step))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<TriedWait> at(Flow flow, int step) {
        return flow.steps().get(step) instanceof Step.Wait(Until.Passed wait)
                        && !wait.variants().isEmpty()
                ? Optional.of(new TriedWait(
                        "wait " + flow.number(step) + " ("
                                + wait.variants().stream()
                                        .map(delay -> delay.words() + ":" + delay.weight())
                                        .collect(Collectors.joining(" "))
                                + ")",
                        flow.name(),
                        wait))
                : Optional.empty();
    }

    Arms<Until.Delay> arms() {
        return new Arms<>(flow, trial, pause.variants(), Until.Delay::weight, Until.Delay::words);
    }
}
