package comeback.experiment;

import comeback.experiment.Judgement.Verdict;
import comeback.flow.Flow;
import comeback.flow.Step;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Report;
import comeback.store.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A step that sends one of several letters, and what each has brought.
 *
 * @param flow of which flow
 * @param step what the step is called: the letter that it names
 * @param arms in the order of the flow's file; the others are compared with the first
 */
public record Experiment(String flow, String step, List<Arm> arms) {
    /** So probable it is at most that any letter of an experiment is ever called better or worse and is not. */
    public static final double ERROR = 0.05;

    /** So probable it is at most that any letter of an experiment is ever said to put off more people and does not. */
    public static final double ERROR_OF_UNWANTED = 0.01;

    public Experiment {
        arms = List.copyOf(arms);
        if (arms.size() < 2) {
            throw new IllegalArgumentException("an experiment tries two letters or more");
        }
    }

    /**
     * One of the letters and how it did.
     *
     * @param arm which
     * @param judgement against the first
     * @param harm which it surely does, if it does
     */
    public record Judged(Arm arm, Judgement judgement, Optional<Stopped.Why> harm) {}

    /** Whether this flow tries something. */
    public static boolean isIn(Flow flow) {
        return sends(flow).findAny().isPresent();
    }

    /**
     * All that a flow tries.
     *
     * @param report with all days on which it did
     */
    public static List<Experiment> of(Flow flow, Report report) {
        SortedMap<String, Counts> counted = report.of(flow.name()).variants();
        List<Experiment> all = new ArrayList<>();
        sends(flow)
                .forEach(send -> all.add(new Experiment(
                        flow.name(),
                        send.message(),
                        send.variants().stream()
                                .map(variant -> arm(
                                        variant,
                                        counted.getOrDefault(send.message() + "/" + variant.letter(), Counts.NONE)))
                                .toList())));
        return all;
    }

    private static Stream<Step.Send> sends(Flow flow) {
        return flow.steps().stream()
                .flatMap(step ->
                        step instanceof Step.Send send && !send.variants().isEmpty()
                                ? Stream.of(send)
                                : Stream.empty());
    }

    private static Arm arm(Step.Variant variant, Counts counts) {
        return new Arm(variant.letter(), variant.weight(), counts.count(Measure.SENT), counts.count(Measure.ORDERS),
                counts.count(Measure.UNSUBSCRIBED)
                        + counts.count(Measure.COMPLAINED)
                        + counts.count(Measure.BOUNCED));
    }

    /** The letters after the first, each against it. Several share the error. */
    public List<Judged> judged() {
        var test = new SequentialTest(ERROR / (arms.size() - 1));
        return arms.stream()
                .skip(1)
                .map(arm -> new Judged(arm, test.judge(arms.getFirst(), arm), harm(arm)))
                .toList();
    }

    /** Both tests together find harm where there is none in {@link #ERROR} and {@link #ERROR_OF_UNWANTED} at most. */
    private Optional<Stopped.Why> harm(Arm arm) {
        int others = arms.size() - 1;
        if (new SequentialTest(ERROR / others).verdict(arms.getFirst(), arm) == Verdict.WORSE) {
            return Optional.of(Stopped.Why.FEWER_ORDERS);
        }
        Verdict unwanted = new SequentialTest(ERROR_OF_UNWANTED / others)
                .verdict(arms.getFirst().ofUnwanted(), arm.ofUnwanted());
        return unwanted == Verdict.BETTER ? Optional.of(Stopped.Why.UNWANTED) : Optional.empty();
    }
}
