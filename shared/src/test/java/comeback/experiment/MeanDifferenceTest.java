package comeback.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import comeback.experiment.MeanDifference.Arm;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person brings more on average, against simulated truth. */
class MeanDifferenceTest {
    private static final int DAYS = 90;
    private static final double ERROR = 0.05;

    /** What some people of one arm brought. */
    private static final class Side {
        private long people;
        private double sum;
        private double squares;
        private long buyers;

        Arm arm() {
            return new Arm(people, sum, squares);
        }

        void brings(double amount) {
            people++;
            sum += amount;
            squares += amount * amount;
            buyers += amount > 0 ? 1 : 0;
        }
    }

    /** Baskets are of very different sizes: the largest in a hundred is ten times the middle one. */
    private static double basket(SplittableRandom chance) {
        double normal = Math.sqrt(-2 * Math.log(1 - chance.nextDouble())) * Math.cos(2 * Math.PI * chance.nextDouble());
        return Math.exp(normal);
    }

    /** Some order twice within the month. */
    private static double orders(SplittableRandom chance) {
        return chance.nextDouble() < 0.2 ? 2 : 1;
    }

    /** In how many of so many trials, each looked at every evening for 90 days, the interval ever misses the truth. */
    private static int missed(int runs, double share, double rate, double lift, boolean isMoney, int peopleADay) {
        var chance = new SplittableRandom(20260302);
        double truth = rate * lift * (isMoney ? Math.exp(0.5) : 1.2);
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            var first = new Side();
            var other = new Side();
            boolean isMissed = false;
            for (int day = 0; day < DAYS && !isMissed; day++) {
                for (int person = 0; person < peopleADay; person++) {
                    boolean isFirst = chance.nextDouble() < share;
                    boolean buys = chance.nextDouble() < (isFirst ? rate : rate * (1 + lift));
                    double amount = !buys ? 0 : isMoney ? basket(chance) : orders(chance);
                    (isFirst ? first : other).brings(amount);
                }
                var told = MeanDifference.between(first.arm(), other.arm(), share, first.buyers + other.buyers, ERROR);
                isMissed = told.lowest() > truth || told.highest() < truth;
            }
            missed += isMissed ? 1 : 0;
        }
        return missed;
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.05, false", "0.1, 0.05, true", "0.5, 0.05, true", "0.02, 0.2, false"})
    void of_ten_thousand_flows_that_change_nothing_at_most_the_stated_part_is_ever_said_to(
            double share, double rate, boolean isMoney) {
        assertThat(missed(10_000, share, rate, 0, isMoney, 40)).isLessThanOrEqualTo((int) (10_000 * ERROR));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.5, true", "0.1, 0.5, false", "0.1, -0.3, false", "0.1, -0.5, true", "0.5, 1, true"})
    void the_truth_is_in_the_interval_at_every_look_of_nearly_all_flows_that_change_something(
            double share, double lift, boolean isMoney) {
        assertThat(missed(2_000, share, 0.1, lift, isMoney, 40)).isLessThanOrEqualTo((int) (2_000 * ERROR));
    }

    @Test
    void the_interval_gets_narrower_with_those_who_buy_until_a_difference_is_sure() {
        Arm few = new Arm(100, 8, 8);
        Arm more = new Arm(900, 108, 108);
        var early = MeanDifference.between(few, more, 0.1, 116, ERROR);
        var late =
                MeanDifference.between(new Arm(10_000, 800, 800), new Arm(90_000, 10_800, 10_800), 0.1, 11_600, ERROR);

        assertThat(early.seen()).isCloseTo(0.04, within(1e-9));
        assertThat(early.lowest()).isLessThan(0);
        assertThat(late.seen()).isCloseTo(0.04, within(1e-9));
        assertThat(late.lowest()).isPositive();
        assertThat(late.highest()).isLessThan(early.highest());
    }

    @Test
    void with_few_buyers_or_nobody_held_out_nothing_is_said() {
        assertThat(MeanDifference.between(new Arm(0, 0, 0), new Arm(0, 0, 0), 0.1, 0, ERROR)
                        .isKnown())
                .isFalse();
        assertThat(MeanDifference.between(new Arm(100, 5, 5), new Arm(900, 14, 14), 0.1, 19, ERROR)
                        .isKnown())
                .isFalse();
        assertThat(MeanDifference.between(new Arm(0, 0, 0), new Arm(900, 140, 140), 0.1, 140, ERROR)
                        .isKnown())
                .isFalse();
    }
}
