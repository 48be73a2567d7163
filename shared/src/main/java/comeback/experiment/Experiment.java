package comeback.experiment;

import comeback.experiment.Judgement.Verdict;
import comeback.flow.Flow;
import comeback.flow.Step;
import comeback.flow.TriedWait;
import comeback.flow.Until;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Report;
import comeback.report.Trial;
import comeback.report.Trials;
import comeback.store.Stopped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A step that sends one of several letters, makes one of several offers or waits one of several times, and what each has brought.
 *
 * @param flow of which flow
 * @param step what the step is called: the letter that it names, or the wait with its lengths
 * @param tried what differs
 * @param arms in the order of the flow's file; the others are compared with the first
 */
public record Experiment(String flow, String step, Tried tried, List<Arm> arms) {
    /** What can differ. */
    public enum Tried {
        LETTER("send"),
        OFFER("send"),
        /** Of which people are counted for whom the flow began, and those of them who bought. */
        WAIT("wait");

        private final String word;

        Tried(String word) {
            this.word = word;
        }

        /** What the step begins with, in the flow's file. */
        String word() {
            return word;
        }
    }

    /** One that tries letters. */
    public Experiment(String flow, String step, List<Arm> arms) {
        this(flow, step, Tried.LETTER, arms);
    }

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
        return sends(flow).findAny().isPresent() || !TriedWait.of(flow).isEmpty();
    }

    /**
     * All that a flow tries.
     *
     * @param report with all days on which it did
     * @param trials with all months in which it did
     */
    public static List<Experiment> of(Flow flow, Report report, Trials trials) {
        SortedMap<String, Counts> counted = report.of(flow.name()).variants();
        List<Experiment> all = new ArrayList<>();
        sends(flow)
                .forEach(send -> all.add(new Experiment(
                        flow.name(),
                        send.message(),
                        send.variants().getFirst().terms().isPresent() ? Tried.OFFER : Tried.LETTER,
                        send.variants().stream()
                                .map(variant -> arm(
                                        variant,
                                        counted.getOrDefault(send.message() + "/" + variant.mark(), Counts.NONE)))
                                .toList())));
        for (TriedWait wait : TriedWait.of(flow)) {
            SortedMap<String, Counts> people = trials.arms(new Trial(flow.name(), wait.trial()));
            all.add(new Experiment(
                    flow.name(),
                    wait.trial(),
                    Tried.WAIT,
                    wait.pause().variants().stream()
                            .map(delay -> arm(delay, people.getOrDefault(delay.words(), Counts.NONE)))
                            .toList()));
        }
        return all;
    }

    private static Arm arm(Until.Delay delay, Counts people) {
        return new Arm(delay.words(), delay.weight(), people.count(Measure.PEOPLE), people.count(Measure.BUYERS));
    }

    private static Stream<Step.Send> sends(Flow flow) {
        return flow.steps().stream()
                .flatMap(step ->
                        step instanceof Step.Send send && !send.variants().isEmpty()
                                ? Stream.of(send)
                                : Stream.empty());
    }

    private static Arm arm(Step.Variant variant, Counts counts) {
        return new Arm(
                variant.name(),
                variant.weight(),
                counts.count(Measure.SENT),
                counts.count(Measure.ORDERS),
                counts.count(Measure.UNSUBSCRIBED) + counts.count(Measure.COMPLAINED) + counts.count(Measure.BOUNCED));
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
