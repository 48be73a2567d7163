package comeback.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final StoreId STORE = new StoreId("demo");
    private static final Instant ARRIVED = Instant.parse("2026-03-02T09:00:00Z");
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0";
    private static final String HOME = "198.51.100.7";
    private static final String GATE = "203.0.113.1";

    private static Touch click(String link, double seconds, String address, String agent) {
        return Touch.click(STORE, ARRIVED.plusMillis((long) (seconds * 1000)), link, address, agent);
    }

    private static Touch click(String link, double seconds) {
        return click(link, seconds, HOME, CHROME);
    }

    private static Touch open(double seconds, String agent) {
        return Touch.open(STORE, ARRIVED.plusMillis((long) (seconds * 1000)), HOME, agent);
    }

    private static Touches touches(List<Touch> all) {
        Touches touches = Touches.NONE;
        for (Touch touch : all) {
            touches = touches.with(touch);
        }
        return touches;
    }

    private static List<Verdict> verdicts(Touch... all) {
        return Judge.all(touches(List.of(all)), ARRIVED).stream()
                .map(Judgement::verdict)
                .toList();
    }

    private static List<Clue> clues(Touch touch) {
        return Judge.all(touches(List.of(touch)), ARRIVED).getFirst().clues();
    }

    @Test
    void who_follows_a_link_minutes_later_is_a_person() {
        assertThat(verdicts(click("a", 600))).containsExactly(Verdict.HUMAN);
        assertThat(clues(click("a", 600))).isEmpty();
    }

    @Test
    void who_reads_their_mail_at_once_and_follows_one_link_is_a_person_too() {
        assertThat(verdicts(click("a", 20))).containsExactly(Verdict.HUMAN);
        assertThat(clues(click("a", 20))).containsExactly(Clue.WITHIN_A_MINUTE);
    }

    @Test
    void nobody_reads_a_letter_within_five_seconds_or_before_it_arrived() {
        assertThat(verdicts(click("a", 4.9))).containsExactly(Verdict.SUSPECT);
        assertThat(verdicts(click("a", 5))).containsExactly(Verdict.HUMAN);
        assertThat(verdicts(click("a", -0.5))).containsExactly(Verdict.SCANNER);
    }

    @Test
    void who_follows_every_link_within_seconds_is_a_machine_however_late_it_comes_and_whatever_it_calls_itself() {
        assertThat(verdicts(click("a", 7200), click("b", 7201), click("c", 7202), click("d", 7209)))
                .containsOnly(Verdict.SCANNER);
        assertThat(verdicts(click("a", 7200), click("b", 7204), click("c", 7208)))
                .containsOnly(Verdict.SUSPECT);
        assertThat(verdicts(click("a", 7200), click("b", 7200.4))).containsOnly(Verdict.SUSPECT);
    }

    @Test
    void who_takes_their_time_over_many_links_is_a_person() {
        assertThat(verdicts(click("a", 600), click("b", 630), click("c", 660), click("d", 700), click("a", 700.2)))
                .startsWith(Verdict.HUMAN, Verdict.HUMAN, Verdict.HUMAN);
        assertThat(verdicts(click("a", 600), click("a", 600.1), click("a", 600.2), click("a", 600.3)))
                .as("an impatient finger")
                .containsOnly(Verdict.HUMAN);
    }

    @Test
    void a_person_behind_a_company_s_gate_is_told_from_it_by_their_own_address() {
        List<Touch> all = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(i -> click("l" + i, 2 + i * 0.1, GATE, CHROME))
                .toList());
        all.add(click("l0", 3600));
        all.add(click("l1", 4000, GATE, CHROME));

        assertThat(verdicts(all.toArray(Touch[]::new)))
                .containsExactly(
                        Verdict.SCANNER,
                        Verdict.SCANNER,
                        Verdict.SCANNER,
                        Verdict.SCANNER,
                        Verdict.SCANNER,
                        Verdict.HUMAN,
                        Verdict.SUSPECT);
    }

    @Test
    void a_program_s_name_is_enough_and_no_name_is_suspect() {
        assertThat(verdicts(click("a", 600, HOME, "python-requests/2.32"))).containsExactly(Verdict.SCANNER);
        assertThat(verdicts(click("a", 600, HOME, "Barracuda Sentinel (EE)"))).containsExactly(Verdict.SCANNER);
        assertThat(verdicts(click("a", 600, HOME, " "))).containsExactly(Verdict.SUSPECT);
        assertThat(verdicts(click("a", 600, HOME, "Mozilla/5.0 (Linux; Android 16) JavaFish")))
                .containsExactly(Verdict.HUMAN);
    }

    @Test
    void one_address_at_many_people_s_letters_is_suspect_even_with_one_link_each() {
        Touch click = click("a", 600);
        Touches touches = touches(List.of(click));

        assertThat(ruled(Judge.judge(touches, ARRIVED, Map.of(click.mark(), Judge.CROWD_MIN)), click))
                .isEqualTo(Verdict.SUSPECT);
        assertThat(ruled(Judge.judge(touches, ARRIVED, Map.of(click.mark(), Judge.CROWD_MIN - 1)), click))
                .isEqualTo(Verdict.HUMAN);
    }

    private static Verdict ruled(Judged judged, Touch click) {
        return judged.of(click).map(Judged.Ruled::verdict).orElseThrow();
    }

    @Test
    void pictures_that_a_mailbox_provider_fetches_say_nothing() {
        assertThat(verdicts(open(600, "Mozilla/5.0"))).containsExactly(Verdict.PROXY);
        assertThat(verdicts(open(600, "Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)")))
                .containsExactly(Verdict.PROXY);
        assertThat(verdicts(open(600, CHROME))).containsExactly(Verdict.HUMAN);
        assertThat(verdicts(open(2, CHROME))).containsExactly(Verdict.SUSPECT);
    }

    @Test
    void
            a_recount_of_the_same_facts_says_the_same_in_whatever_order_they_came_and_what_comes_later_changes_no_verdict() {
        Random dice = new Random(8);
        for (int life = 0; life < 300; life++) {
            List<Touch> all = IntStream.range(0, 1 + dice.nextInt(12))
                    .mapToObj(i -> click(
                            "l" + dice.nextInt(5), dice.nextInt(90) - 5.0, dice.nextBoolean() ? HOME : GATE, CHROME))
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            Map<String, Integer> crowds =
                    all.stream().collect(Collectors.toMap(Touch::mark, click -> 1 + dice.nextInt(6)));
            Judged once = Judge.judge(touches(all), ARRIVED, crowds);

            Collections.shuffle(all, dice);
            assertThat(Judge.judge(touches(all), ARRIVED, crowds)).isEqualTo(once);
            Touches kept = touches(all).with(once);
            assertThat(Judge.judge(kept, ARRIVED, kept.crowds())).isEqualTo(once);

            Instant last = kept.clickedAt().orElseThrow();
            Touches later = kept;
            for (int i = 0; i < 5; i++) {
                later = later.with(Touch.click(
                        STORE, last.plus(Judge.SETTLES).plus(Duration.ofMillis(1 + i)), "x" + i, GATE, CHROME));
            }
            Judged again = Judge.judge(later, ARRIVED, kept.crowds());
            assertThat(all).allSatisfy(click -> assertThat(again.of(click)).isEqualTo(once.of(click)));
        }
    }

    @Test
    void what_a_letter_keeps_tells_nobody_s_address_and_no_link() {
        Touch click = click("https://shop.example/orders/secret?token=1", 600);

        assertThat(click.toString()).doesNotContain(HOME, "secret", "token");
        assertThat(click.network())
                .isNotEqualTo(Touch.click(new StoreId("fern"), click.at(), "a", HOME, CHROME)
                        .network());
        assertThat(open(0, "x".repeat(500) + "\n").agent()).hasSize(Touch.AGENT_MAX);
        assertThat(Optional.of(open(0, "a\nb").agent())).contains("a b");
    }

    @Test
    void what_is_kept_is_judged_alike_whenever_it_is_judged_again_and_in_whatever_order_it_was_told() {
        List<Touch> told = new ArrayList<>(List.of(
                click("a", 3),
                click("b", 4),
                click("c", 5),
                click("d", 6, GATE, CHROME),
                click("a", 600),
                click("b", 4_000, GATE, "curl/8.5"),
                open(2, "Mozilla/5.0")));
        Judged first = Judge.judge(touches(told), ARRIVED, Map.of());
        List<Judgement> all = Judge.all(touches(told).with(first), ARRIVED);

        for (int again = 0; again < 7; again++) {
            Collections.rotate(told, 1);
            assertThat(Judge.judge(touches(told), ARRIVED, Map.of())).isEqualTo(first);
            // Counted again long after, by the arrival and the crowds that stand beside the verdicts.
            assertThat(Judge.all(touches(told).with(first), ARRIVED.plusSeconds(86_400)))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(first.rules()).isEqualTo(Judge.RULES);
    }
}
