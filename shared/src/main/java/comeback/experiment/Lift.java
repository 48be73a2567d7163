package comeback.experiment;

import comeback.customer.Lot;
import comeback.experiment.Judgement.Verdict;
import comeback.flow.Flow;
import comeback.report.Counts;
import comeback.report.Measure;
import comeback.report.Trial;
import comeback.report.Trials;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a flow brings: people whom it began for against those who were held out of it, all of whose orders count, whoever else
 * wrote to them. So it counts what nobody clicked for, and nothing that they would have bought anyway.
 *
 * @param flow which
 * @param holdout how many in a hundred are held out
 * @param heldOut who were, and what they bought within {@link Lot#WINDOW}
 * @param given who were not
 */
public record Lift(String flow, int holdout, Counts heldOut, Counts given) {
    /** So probable it is at most that a flow that changes nothing is ever said to, and that an interval ever misses the truth. */
    public static final double ERROR = 0.05;

    /** With so many people a lift of a half mostly shows, where one in fifteen buys and a tenth is held out. */
    public static final int PEOPLE_ENOUGH = 10_000;

    private static final double HUNDRED = 100;

    /** What may be said of whether it should stay. */
    public enum Advice {
        /** It is too early. */
        WAIT,
        /** It brings more orders. */
        KEEP,
        /** So many took part, and no lift has shown. */
        NO_LIFT,
        /** Those who were held out bought more. */
        HARM
    }

    /** That of a flow that holds somebody out. */
    public static Optional<Lift> of(Flow flow, Trials trials) {
        if (flow.holdout() == 0) {
            return Optional.empty();
        }
        SortedMap<String, Counts> arms = trials.arms(new Trial(flow.name(), Lot.holdout(flow.holdout())));
        return Optional.of(new Lift(
                flow.name(),
                flow.holdout(),
                arms.getOrDefault(Lot.HELD_OUT, Counts.NONE),
                arms.getOrDefault(Lot.GIVEN, Counts.NONE)));
    }

    public long people() {
        return heldOut.count(Measure.PEOPLE) + given.count(Measure.PEOPLE);
    }

    /**
     * How many people bought something, who got it against who was held out. Each person counts once, and was shared out once:
     * so the error is exact.
     */
    public Judgement buyers() {
        return new SequentialTest(ERROR).judge(arm(heldOut, holdout), arm(given, (int) HUNDRED - holdout));
    }

    private static Arm arm(Counts counts, int weight) {
        return new Arm("", weight, counts.count(Measure.PEOPLE), counts.count(Measure.BUYERS));
    }

    /** Orders per person. */
    public MeanDifference orders() {
        return between(orders(heldOut), orders(given));
    }

    private static MeanDifference.Arm orders(Counts counts) {
        return new MeanDifference.Arm(
                counts.count(Measure.PEOPLE), counts.count(Measure.ORDERS), counts.squaredOrders());
    }

    /** Money per person, by currency, in its main unit. */
    public SortedMap<String, MeanDifference> revenue() {
        SortedMap<String, MeanDifference> all = new TreeMap<>();
        Stream.concat(heldOut.revenue().keySet().stream(), given.revenue().keySet().stream())
                .forEach(code -> all.put(code, between(revenue(heldOut, code), revenue(given, code))));
        return all;
    }

    private static MeanDifference.Arm revenue(Counts counts, String code) {
        Currency currency = Currency.getInstance(code);
        double sum = BigDecimal.valueOf(counts.revenue(currency), Math.max(0, currency.getDefaultFractionDigits()))
                .doubleValue();
        return new MeanDifference.Arm(counts.count(Measure.PEOPLE), sum, counts.squaredRevenue(currency));
    }

    private MeanDifference between(MeanDifference.Arm out, MeanDifference.Arm in) {
        return MeanDifference.between(
                out, in, holdout / HUNDRED, heldOut.count(Measure.BUYERS) + given.count(Measure.BUYERS), ERROR);
    }

    public Advice advice() {
        return switch (buyers().verdict()) {
            case BETTER -> Advice.KEEP;
            case WORSE -> Advice.HARM;
            case OPEN -> people() >= PEOPLE_ENOUGH ? Advice.NO_LIFT : Advice.WAIT;
            case SKEWED -> Advice.WAIT;
        };
    }

    /** Whether it should be thought about taking it out. */
    public boolean isToBeReconsidered() {
        return advice() == Advice.NO_LIFT || advice() == Advice.HARM;
    }

    /** Whether the arms have the sizes that they should. */
    public boolean isComparable() {
        return buyers().verdict() != Verdict.SKEWED;
    }
}
