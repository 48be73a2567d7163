package comeback.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.Lot;
import comeback.experiment.Judgement.Verdict;
import comeback.experiment.Lift.Advice;
import comeback.flow.Flow;
import comeback.flowfile.FlowFiles;
import comeback.report.Counts;
import comeback.report.Row;
import comeback.report.Trial;
import comeback.report.Trials;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a flow brings that holds people out, and when it is said to bring nothing. */
class LiftTest {
    private static final Flow FLOW = FlowFiles.former("miss-you", """
                    class: marketing
                    holdout: 10%
                    starts: {on: [Signed Up]}
                    steps:
                      - send: hello
                    """).orElseThrow();

    private static Counts counts(long people, long buyers) {
        return new Counts(new TreeMap<>(Map.of(
                "people", people,
                "buyers", buyers,
                "orders", buyers,
                "squared:orders", buyers,
                "revenue:USD", 2_000 * buyers,
                "squared:revenue:USD", 400 * buyers)));
    }

    private static Lift lift(long heldOut, long buyersHeldOut, long given, long buyers) {
        Trial trial = new Trial("miss-you", Lot.holdout(10));
        LocalDate day = LocalDate.of(2026, 3, 2);
        return Lift.of(
                        FLOW,
                        new Trials(new TreeMap<>(Map.of(
                                Row.ofTrial(trial, Lot.HELD_OUT, day), counts(heldOut, buyersHeldOut),
                                Row.ofTrial(trial, Lot.GIVEN, day), counts(given, buyers)))))
                .orElseThrow();
    }

    @Test
    void a_flow_that_brings_more_is_kept_and_one_that_shows_nothing_after_ten_thousand_people_is_marked() {
        assertThat(lift(2_000, 100, 18_000, 1_500).advice()).isEqualTo(Advice.KEEP);
        assertThat(lift(990, 60, 9_000, 560).advice()).isEqualTo(Advice.WAIT);
        assertThat(lift(1_000, 60, 9_000, 560).advice()).isEqualTo(Advice.NO_LIFT);
        assertThat(lift(1_000, 60, 9_000, 560).isToBeReconsidered()).isTrue();
    }

    @Test
    void a_flow_that_drives_people_away_is_marked_as_soon_as_that_is_sure() {
        Lift harm = lift(500, 100, 4_500, 500);

        assertThat(harm.advice()).isEqualTo(Advice.HARM);
        assertThat(harm.isToBeReconsidered()).isTrue();
        assertThat(harm.orders().highest()).isNegative();
    }

    @Test
    void of_arms_that_have_not_the_sizes_that_they_should_nothing_is_said() {
        assertThat(lift(3_000, 300, 18_000, 3_000).advice()).isEqualTo(Advice.WAIT);
        assertThat(lift(3_000, 300, 18_000, 3_000).isComparable()).isFalse();
    }

    @Test
    void orders_and_money_are_told_per_person() {
        Lift lift = lift(2_000, 100, 18_000, 1_800);

        assertThat(lift.people()).isEqualTo(20_000);
        assertThat(lift.orders().seen()).isBetween(0.0499, 0.0501);
        assertThat(lift.revenue()).containsOnlyKeys("USD");
        MeanDifference money = lift.revenue().values().iterator().next();
        assertThat(money.seen()).isBetween(0.999, 1.001);
        assertThat(money.lowest()).isPositive();
    }

    @Test
    void of_a_flow_that_began_for_nobody_or_holds_nobody_out_nothing_is_known() {
        assertThat(Lift.of(FLOW, Trials.NONE).orElseThrow().advice()).isEqualTo(Advice.WAIT);
        assertThat(Lift.of(FLOW, Trials.NONE).orElseThrow().orders().isKnown()).isFalse();
    }

    /** Looked at after every hundred people, up to so many; in how many of the runs it ever came to this. */
    private static int played(int runs, int people, double rate, double lift, Verdict wanted) {
        var chance = new SplittableRandom(5);
        var test = new SequentialTest(Lift.ERROR);
        int found = 0;
        for (int run = 0; run < runs; run++) {
            long[] all = new long[2];
            long[] buyers = new long[2];
            Verdict verdict = Verdict.OPEN;
            for (int person = 1; person <= people && verdict == Verdict.OPEN; person++) {
                int arm = chance.nextDouble() < 0.1 ? 0 : 1;
                all[arm]++;
                buyers[arm] += chance.nextDouble() < (arm == 0 ? rate : rate * (1 + lift)) ? 1 : 0;
                if (person % 100 == 0) {
                    verdict = test.verdict(new Arm("", 10, all[0], buyers[0]), new Arm("", 90, all[1], buyers[1]));
                }
            }
            found += verdict == wanted ? 1 : 0;
        }
        return found;
    }

    @Test
    void of_ten_thousand_flows_that_change_nothing_at_most_the_stated_part_is_ever_said_to() {
        int open = played(10_000, 10_000, 0.066, 0, Verdict.OPEN);

        assertThat(10_000 - open).isPositive().isLessThanOrEqualTo((int) (10_000 * Lift.ERROR));
    }

    /** What the number of people after which a flow is marked is good for, as its words say. */
    @Test
    void a_flow_that_brings_half_as_much_again_has_mostly_shown_it_after_ten_thousand_people() {
        assertThat(played(400, Lift.PEOPLE_ENOUGH, 0.066, 0.5, Verdict.BETTER)).isGreaterThan(200);
        assertThat(played(400, Lift.PEOPLE_ENOUGH, 0.066, -0.5, Verdict.WORSE)).isGreaterThan(350);
    }
}
