package comeback.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import comeback.experiment.Judgement.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test against simulated truth: how often it is wrong, and how soon it is right. */
class SequentialTestTest {
    private static final int DAYS = 90;
    private static final double ERROR = 0.05;

    private final SequentialTest test = new SequentialTest(ERROR);

    private static Arm arm(int weight, long recipients, long orders) {
        return new Arm("letter", weight, recipients, orders);
    }

    /**
     * Experiments of 90 days that somebody looks at every evening.
     *
     * @param lift what the other letter brings more, 0.2 for a fifth
     * @param ordersADay of both together
     * @return how many ended as what
     */
    private Map<Verdict, Integer> played(int runs, int weight, double lift, int ordersADay, long seed) {
        var chance = new SplittableRandom(seed);
        double others = weight * (1 + lift) / (weight * (1 + lift) + 1);
        Map<Verdict, Integer> ends = new EnumMap<>(Verdict.class);
        for (int run = 0; run < runs; run++) {
            long first = 0;
            long other = 0;
            Verdict verdict = Verdict.OPEN;
            for (int day = 0; day < DAYS && verdict == Verdict.OPEN; day++) {
                for (int order = 0; order < ordersADay; order++) {
                    if (chance.nextDouble() < others) {
                        other++;
                    } else {
                        first++;
                    }
                }
                verdict = test.verdict(arm(1, 0, first), arm(weight, 0, other));
            }
            ends.merge(verdict, 1, Integer::sum);
        }
        return ends;
    }

    @ParameterizedTest
    @CsvSource({"10000, 1, 12", "4000, 1, 1", "2000, 3, 12"})
    void of_ten_thousand_letters_that_are_alike_at_most_the_stated_part_is_ever_told_apart(
            int runs, int weight, int ordersADay) {
        Map<Verdict, Integer> ends = played(runs, weight, 0, ordersADay, 20260302);

        int falseAlarms = runs - ends.getOrDefault(Verdict.OPEN, 0);
        assertThat(falseAlarms).isPositive().isLessThanOrEqualTo((int) (runs * ERROR));
    }

    @Test
    void a_letter_that_brings_half_as_much_again_is_found_and_one_that_does_harm_is_stopped() {
        Map<Verdict, Integer> better = played(500, 1, 0.5, 12, 1);
        Map<Verdict, Integer> worse = played(500, 1, -0.4, 12, 2);

        assertThat(better.getOrDefault(Verdict.BETTER, 0)).isGreaterThan(490);
        assertThat(better).doesNotContainKey(Verdict.WORSE);
        assertThat(worse.getOrDefault(Verdict.WORSE, 0)).isGreaterThan(490);
        assertThat(worse).doesNotContainKey(Verdict.BETTER);
    }

    @Test
    void the_interval_holds_the_truth_at_every_look_of_nearly_all_experiments() {
        var chance = new SplittableRandom(3);
        int missed = 0;
        for (int run = 0; run < 300; run++) {
            long first = 0;
            long other = 0;
            boolean isMissed = false;
            for (int order = 1; order <= 600; order++) {
                // The other letter brings a fifth more.
                if (chance.nextDouble() < 1.2 / 2.2) {
                    other++;
                } else {
                    first++;
                }
                if (order % 20 == 0) {
                    Judgement told = test.judge(arm(1, 0, first), arm(1, 0, other));
                    isMissed |= told.lowest() > 0.2 || told.highest() < 0.2;
                }
            }
            missed += isMissed ? 1 : 0;
        }

        assertThat(missed).isLessThanOrEqualTo(15);
    }

    @Test
    void with_no_order_yet_nothing_is_known() {
        Judgement none = test.judge(arm(1, 0, 0), arm(1, 0, 0));

        assertThat(none).isEqualTo(new Judgement(Verdict.OPEN, 1, -1, Double.POSITIVE_INFINITY));
        assertThat(test.judge(arm(1, 10, 0), arm(1, 10, 1)).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void letters_that_went_in_another_proportion_than_they_should_are_not_compared() {
        assertThat(test.judge(arm(1, 10_000, 300), arm(1, 10_050, 420)).verdict())
                .isEqualTo(Verdict.BETTER);
        assertThat(test.judge(arm(1, 10_000, 300), arm(1, 11_500, 420)).verdict())
                .isEqualTo(Verdict.SKEWED);
        assertThat(test.judge(arm(1, 10_000, 300), arm(3, 30_100, 900)).verdict())
                .isEqualTo(Verdict.OPEN);
    }

    @Test
    void what_is_sure_and_what_the_interval_says_are_the_same() {
        for (long other = 60; other <= 200; other++) {
            Judgement told = test.judge(arm(1, 0, 100), arm(1, 0, other));

            assertThat(told.verdict() == Verdict.BETTER).as("%d", other).isEqualTo(told.lowest() > 0);
            assertThat(told.verdict() == Verdict.WORSE).as("%d", other).isEqualTo(told.highest() < 0);
            assertThat(told.falseAlarm() <= ERROR).as("%d", other).isEqualTo(told.verdict() != Verdict.OPEN);
        }
    }

    @Test
    void the_logarithm_of_the_gamma_function_is_right() {
        double factorial = 0;
        for (int i = 1; i <= 30; i++) {
            assertThat(SequentialTest.logGamma(i)).as("%d", i).isCloseTo(factorial, within(1e-10));
            factorial += Math.log(i);
        }
        assertThat(SequentialTest.logGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-10));
    }

    @Test
    void an_error_that_is_none_is_refused() {
        for (double error : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> new SequentialTest(error)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
