package comeback.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.experiment.Experiment.Judged;
import comeback.experiment.Judgement.Verdict;
import comeback.store.Stopped;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What an experiment of a flow says, and which change of its file it proposes. */
class ExperimentTest {
    private static final String FILE = """
            starts:
              - event: Signed Up
            steps:
              - send: hello
                class: marketing
                variants: {plain: 1, picture: 1, short: 1}
              - wait: 1d
              - send: again
            """;

    private static Experiment of(long plain, long picture, long brief) {
        return new Experiment(
                "welcome",
                "hello",
                List.of(
                        new Arm("plain", 1, 10_000, plain),
                        new Arm("picture", 1, 10_000, picture),
                        new Arm("short", 1, 10_000, brief)));
    }

    @Test
    void each_letter_is_compared_with_the_first_and_they_share_the_error() {
        Experiment experiment = of(300, 430, 200);

        assertThat(experiment.judged())
                .extracting(Judged::judgement)
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.BETTER, Verdict.WORSE);
        assertThat(experiment.judged().getFirst().judgement())
                .isEqualTo(new SequentialTest(0.025)
                        .judge(experiment.arms().getFirst(), experiment.arms().get(1)));
        assertThat(experiment.arms().get(1).rate()).isEqualTo(0.043);
    }

    private static Experiment unwanted(long plain, long picture, long ordersOfPicture) {
        return new Experiment(
                "welcome",
                "hello",
                List.of(
                        new Arm("plain", 1, 10_000, 300, plain),
                        new Arm("picture", 1, 10_000, ordersOfPicture, picture)));
    }

    @Test
    void a_letter_does_harm_that_surely_brings_fewer_orders_or_puts_more_people_off() {
        assertThat(of(300, 305, 200).judged())
                .extracting(Judged::harm)
                .containsExactly(Optional.empty(), Optional.of(Stopped.Why.FEWER_ORDERS));
        assertThat(unwanted(60, 140, 310).judged())
                .extracting(Judged::harm)
                .containsExactly(Optional.of(Stopped.Why.UNWANTED));
        assertThat(unwanted(60, 75, 310).judged()).extracting(Judged::harm).containsExactly(Optional.empty());
        assertThat(unwanted(140, 60, 310).judged()).extracting(Judged::harm).containsExactly(Optional.empty());
    }

    @Test
    void what_brings_more_orders_and_puts_more_people_off_is_no_winner() {
        String file = FILE.replace(", short: 1", "");

        assertThat(Proposal.of(unwanted(60, 140, 430), file).orElseThrow().letters())
                .containsExactly("plain");
        assertThat(Proposal.of(unwanted(60, 60, 430), file).orElseThrow().letters())
                .containsExactly("picture");
    }

    /** Two letters that are alike in both, looked at every night for three months. */
    @Test
    void of_ten_thousand_experiments_without_harm_at_most_the_stated_part_is_ever_stopped() {
        var chance = new SplittableRandom(11);
        int stopped = 0;
        for (int run = 0; run < 10_000; run++) {
            long[] sent = new long[2];
            long[] orders = new long[2];
            long[] unwanted = new long[2];
            var byOrders = new SequentialTest(Experiment.ERROR);
            var byUnwanted = new SequentialTest(Experiment.ERROR_OF_UNWANTED);
            boolean isStopped = false;
            for (int day = 0; day < 90 && !isStopped; day++) {
                for (int letter = 0; letter < 80; letter++) {
                    int arm = chance.nextInt(2);
                    sent[arm]++;
                    orders[arm] += chance.nextDouble() < 0.04 ? 1 : 0;
                    unwanted[arm] += chance.nextDouble() < 0.01 ? 1 : 0;
                }
                Arm first = new Arm("", 1, sent[0], orders[0]);
                Arm other = new Arm("", 1, sent[1], orders[1]);
                isStopped = byOrders.verdict(first, other) == Verdict.WORSE
                        || byUnwanted.verdict(
                                        new Arm("", 1, sent[0], unwanted[0]), new Arm("", 1, sent[1], unwanted[1]))
                                == Verdict.BETTER;
            }
            stopped += isStopped ? 1 : 0;
        }

        assertThat(stopped).isPositive().isLessThanOrEqualTo((int)
                (10_000 * (Experiment.ERROR + Experiment.ERROR_OF_UNWANTED)));
    }

    @Test
    void while_all_is_open_nothing_is_proposed() {
        assertThat(Proposal.of(of(300, 305, 298), FILE)).isEmpty();
    }

    @Test
    void the_best_letter_is_proposed_in_place_of_all() {
        assertThat(Proposal.of(of(300, 430, 200), FILE))
                .contains(new Proposal(
                        List.of("picture"),
                        List.of(
                                "-  - send: hello",
                                "+  - send: picture",
                                "-    variants: {plain: 1, picture: 1, short: 1}")));
    }

    @Test
    void a_letter_that_does_harm_is_left_out_and_the_others_are_tried_on() {
        assertThat(Proposal.of(of(300, 310, 190), FILE))
                .contains(new Proposal(
                        List.of("plain", "picture"),
                        List.of(
                                "-    variants: {plain: 1, picture: 1, short: 1}",
                                "+    variants: {plain: 1, picture: 1}")));
    }

    @Test
    void when_all_others_do_harm_the_first_letter_stays_alone() {
        assertThat(Proposal.of(of(400, 250, 240), FILE).map(Proposal::letters)).contains(List.of("plain"));
    }

    @Test
    void a_step_on_one_line_is_changed_too_and_one_that_is_written_otherwise_is_left_to_a_person() {
        String oneLine = "steps:\n  - {send: hello, variants: {plain: 1, picture: 1, short: 1}, class: marketing}\n";
        assertThat(Proposal.of(of(300, 430, 200), oneLine).map(Proposal::diff))
                .contains(List.of(
                        "-  - {send: hello, variants: {plain: 1, picture: 1, short: 1}, class: marketing}",
                        "+  - {send: picture, class: marketing}"));

        String block = "steps:\n  - send: hello\n    variants:\n      plain: 1\n      picture: 1\n      short: 1\n";
        assertThat(Proposal.of(of(300, 430, 200), block).map(Proposal::diff))
                .contains(List.of(
                        "-  - send: hello",
                        "+  - send: picture",
                        "-    variants:",
                        "-      plain: 1",
                        "-      picture: 1",
                        "-      short: 1"));
        assertThat(Proposal.of(of(300, 310, 190), block).map(Proposal::diff)).contains(List.of("-      short: 1"));

        String twoLines = "steps:\n  - send: hello\n    variants: {plain: 1,\n      picture: 1, short: 1}\n";
        assertThat(Proposal.of(of(300, 430, 200), twoLines))
                .isEqualTo(Optional.of(new Proposal(List.of("picture"), List.of())));
    }

    private static Experiment trying(String step, Experiment.Tried tried, String first, String other, long brought) {
        return new Experiment(
                "welcome", step, tried, List.of(new Arm(first, 1, 10_000, 300), new Arm(other, 1, 10_000, brought)));
    }

    @Test
    void the_best_time_is_proposed_in_place_of_the_waits_own() {
        String file = """
                steps:
                  - wait: 1h
                    after: last activity
                    variants: {1h: 1, 4h: 1}
                  - send: hello
                """;

        assertThat(Proposal.of(trying("wait 1 (1h:1 4h:1)", Experiment.Tried.WAIT, "1h", "4h", 430), file))
                .contains(new Proposal(
                        List.of("4h"), List.of("-  - wait: 1h", "+  - wait: 4h", "-    variants: {1h: 1, 4h: 1}")));
        assertThat(Proposal.of(trying("wait 1 (1h:1 4h:1)", Experiment.Tried.WAIT, "1h", "4h", 180), file)
                        .map(Proposal::diff))
                .contains(List.of("-    variants: {1h: 1, 4h: 1}"));
    }

    @Test
    void the_best_offer_is_proposed_as_the_only_one() {
        String block = """
                steps:
                  - send: hello
                    variants:
                      small: {weight: 1, coupon: {percent: 5, valid for: 48h}}
                      large: {weight: 1, coupon: {percent: 10, valid for: 48h}}
                """;
        String oneLine = """
                steps:
                  - send: hello
                    variants: {none: {weight: 1}, large: {weight: 1, coupon: {percent: 10, valid for: 48h}}}
                """;

        assertThat(Proposal.of(trying("hello", Experiment.Tried.OFFER, "small", "large", 430), block))
                .contains(new Proposal(
                        List.of("large"),
                        List.of(
                                "-    variants:",
                                "+    coupon: {percent: 10, valid for: 48h}",
                                "-      small: {weight: 1, coupon: {percent: 5, valid for: 48h}}",
                                "-      large: {weight: 1, coupon: {percent: 10, valid for: 48h}}")));
        assertThat(Proposal.of(trying("hello", Experiment.Tried.OFFER, "none", "large", 430), oneLine)
                        .map(Proposal::diff))
                .contains(List.of(
                        "-    variants: {none: {weight: 1}, large: {weight: 1, coupon: {percent: 10, valid for: 48h}}}",
                        "+    coupon: {percent: 10, valid for: 48h}"));
        assertThat(Proposal.of(trying("hello", Experiment.Tried.OFFER, "none", "large", 180), oneLine)
                        .map(Proposal::diff))
                .contains(
                        List.of(
                                "-    variants: {none: {weight: 1}, large: {weight: 1, coupon: {percent: 10, valid for: 48h}}}"));
    }

    @Test
    void an_offer_beside_which_the_step_gives_another_is_left_to_a_person() {
        String file = """
                steps:
                  - send: hello
                    coupon: {percent: 5, valid for: 48h}
                    variants: {small: {weight: 1}, large: {weight: 1, coupon: {percent: 10, valid for: 48h}}}
                """;

        assertThat(Proposal.of(trying("hello", Experiment.Tried.OFFER, "small", "large", 430), file))
                .contains(new Proposal(List.of("large"), List.of()));
    }

    @Test
    void one_letter_alone_is_no_experiment_and_a_letter_has_a_weight() {
        assertThatThrownBy(() -> new Experiment("welcome", "hello", List.of(new Arm("plain", 1, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arm("plain", 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
