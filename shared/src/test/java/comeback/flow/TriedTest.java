package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.commit.Samples;
import comeback.customer.Lot;
import comeback.message.Message;
import comeback.store.Stopped;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Flows that try several lengths of a wait, or several offers with one letter. */
class TriedTest {
    private static final String WAITS = """
            class: marketing
            mode: live
            starts: {on: [Signed Up], again: after 1d}
            steps:
              - wait: 1h
                variants: {1h: 1, 4h: 1}
              - send: first
            """;
    private static final String TRIAL = "wait 1 (1h:1 4h:1)";
    private static final String OFFERS = """
            class: marketing
            starts: {on: [Signed Up], again: after 1d}
            steps:
              - send: first
                variants:
                  none: {weight: 1}
                  large: {weight: 1, coupon: {percent: 10, valid for: 48h}}
            """;

    private static List<Life> lives(int count, String file) {
        Flows flows = Life.ofSomeoneWhoAgreed().with("test", file).flows();
        return IntStream.range(0, count)
                .mapToObj(i -> Life.ofSomeoneWhoAgreed().with(flows).called("customer-" + i))
                .toList();
    }

    private static List<Life> waits(int count, String settings) {
        return lives(count, WAITS.replace("mode: live", settings));
    }

    private static String drawn(Life life) {
        return life.customer().started().getFirst().lot(TRIAL).map(Lot::arm).orElse("");
    }

    @Test
    void each_customer_waits_as_long_as_they_drew_and_remembers_what() {
        List<Life> lives = waits(200, "mode: live");
        lives.forEach(life -> life.signsUp().after(Duration.ofHours(2)));

        assertThat(lives.stream().filter(life -> drawn(life).equals("1h"))).hasSizeBetween(75, 125);
        assertThat(lives)
                .allSatisfy(life -> assertThat(life.mails().size())
                        .as(drawn(life))
                        .isEqualTo(drawn(life).equals("1h") ? 1 : 0));
        lives.forEach(life -> life.after(Duration.ofHours(3)));
        assertThat(lives).allSatisfy(life -> assertThat(life.mails()).containsExactly("first"));
    }

    @Test
    void who_waits_once_so_long_waits_again_as_long() {
        for (Life life : waits(20, "mode: live")) {
            life.signsUp().after(Duration.ofDays(3)).signsUp().after(Duration.ofHours(2));

            assertThat(life.mails()).hasSize(drawn(life).equals("1h") ? 2 : 1);
            assertThat(life.customer().started())
                    .allSatisfy(start -> assertThat(start.lots()).containsExactly(new Lot(TRIAL, drawn(life))));
        }
    }

    @Test
    void who_is_held_out_or_gets_nothing_of_a_shadow_takes_no_part() {
        List<Life> lives = waits(200, "holdout: 50%");
        lives.forEach(Life::signsUp);

        assertThat(lives)
                .allSatisfy(life -> assertThat(drawn(life).isEmpty())
                        .isEqualTo(life.customer().started().getFirst().isHeldOut()));
        assertThat(waits(1, "mode: shadow")
                        .getFirst()
                        .signsUp()
                        .customer()
                        .started()
                        .getFirst()
                        .lots())
                .isEmpty();
    }

    @Test
    void a_length_that_did_harm_is_waited_by_nobody_also_not_by_who_waits_already() {
        List<Life> lives = waits(50, "mode: live");
        lives.forEach(Life::signsUp);
        var stopping = TestStores.demo()
                .withStopped(List.of(new Stopped("test", TRIAL, "4h", Samples.NOW, Stopped.Why.FEWER_ORDERS)));

        lives.forEach(life -> life.in(stopping).signsUp().after(Duration.ofHours(2)));

        assertThat(lives).allSatisfy(life -> assertThat(life.mails()).containsExactly("first"));
    }

    @Test
    void each_customer_gets_the_one_letter_with_the_offer_that_they_drew() {
        List<Life> lives = lives(200, OFFERS);
        lives.forEach(Life::signsUp);

        List<Message> born = lives.stream().map(life -> life.born().getFirst()).toList();
        assertThat(born).allSatisfy(message -> {
            assertThat(message.letter()).isEqualTo("first");
            assertThat(message.terms().offer().isPresent())
                    .isEqualTo(message.variant().orElseThrow().equals("first__large"));
        });
        assertThat(born.stream().filter(message -> message.terms().offer().isPresent()))
                .hasSizeBetween(75, 125);
    }

    @Test
    void an_offer_that_did_harm_is_made_to_nobody_any_more() {
        var stopping = TestStores.demo()
                .withStopped(List.of(new Stopped("test", "first", "large", Samples.NOW, Stopped.Why.UNWANTED)));
        List<Life> lives = lives(50, OFFERS);
        lives.forEach(life -> life.in(stopping).signsUp());

        assertThat(lives)
                .allSatisfy(life -> assertThat(life.born().getFirst().variant()).contains("first__none"));
    }

    @Test
    void what_a_flow_tries_stands_in_its_words() {
        Flow waits = waits(1, "mode: live").getFirst().flows().all().getFirst();
        Flow offers = lives(1, OFFERS).getFirst().flows().all().getFirst();

        assertThat(StepWords.of(waits.steps().getFirst())).startsWith("waits 1 h or 4 h after");
        assertThat(StepWords.of(offers.steps().getFirst())).isEqualTo("sends first as none or large");
    }
}
