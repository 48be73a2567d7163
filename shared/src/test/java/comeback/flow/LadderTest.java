package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flow.Reason.Verdict;
import comeback.flowfile.FlowFiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of what reminds of something left behind, one speaks at a time: what is nearest to the purchase. */
class LadderTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static Flow flow(String name, String event, String rung, String more) {
        return FlowFiles.former(name, """
                class: requested
                starts: {on: [%s], again: after 7d}
                ladder: abandonment
                rung: %s
                steps:
                  - wait: 2h
                  - send: %s-letter
                %s
                """.formatted(event, rung, name, more)).orElseThrow();
    }

    private static Flows flows(String lowerRungs) {
        return new Flows(List.of(
                flow("a-looked", "Signed Up", "browse", ""),
                flow("b-left", "Product Added", "cart", ""),
                flow("c-checkout", "Checkout Started", "checkout", lowerRungs)));
    }

    private static Life ada(String lowerRungs) {
        return Life.ofSomeoneWhoAgreed().with(flows(lowerRungs));
    }

    @Test
    void who_starts_a_checkout_is_reminded_of_that_and_not_of_the_cart() {
        Life ada = ada("").signsUp().adds("mug").after(HOUR).startsCheckout("checkout:1", "mug");

        assertThat(ada.after(HOUR.multipliedBy(20)).mails()).containsExactly("c-checkout-letter");
        assertThat(ada.reasons(Verdict.STOPPED))
                .containsExactly(
                        "a-looked: b-left began, which is nearer to the purchase (cart)",
                        "b-left: c-checkout began, which is nearer to the purchase (checkout)");
        assertThat(ada.explained("b-left", "b-left-letter").verdict().otherwise())
                .contains("It would have gone on, had c-checkout not begun.");
    }

    @Test
    void a_lower_rung_does_not_begin_while_a_higher_one_runs() {
        Life ada = ada("").startsCheckout("checkout:1", "mug").after(HOUR).adds("mug");

        assertThat(ada.after(HOUR.multipliedBy(20)).mails()).containsExactly("c-checkout-letter");
        assertThat(ada.explained("b-left", "b-left-letter").verdict().text())
                .isEqualTo("b-left never started for this customer: c-checkout runs, which is nearer to the purchase"
                        + " (checkout).");
    }

    @Test
    void when_the_higher_one_is_over_the_lower_may_begin_again() {
        Life ada = ada("").startsCheckout("checkout:1", "mug").after(HOUR.multipliedBy(3));

        assertThat(ada.adds("scarf").after(HOUR.multipliedBy(3)).mails())
                .containsExactly("c-checkout-letter", "b-left-letter");
    }

    @Test
    void a_lower_rung_that_is_let_wait_goes_on_when_the_higher_one_is_over() {
        Life ada = ada("lower rungs: wait").adds("mug").after(HOUR).startsCheckout("checkout:1", "mug");

        assertThat(ada.explained("b-left", "b-left-letter").verdict().text())
                .isEqualTo("b-left-letter has not been sent yet: it waits while c-checkout runs, which is nearer to the"
                        + " purchase (checkout).");
        assertThat(ada.after(HOUR.multipliedBy(2).minusMinutes(1)).mails()).isEmpty();
        assertThat(ada.after(HOUR).mails()).containsExactly("c-checkout-letter", "b-left-letter");
        assertThat(ada.after(HOUR.multipliedBy(48)).mails()).hasSize(2);
    }

    @Test
    void a_ladder_gives_no_letter_the_room_that_a_more_important_one_needs() {
        Flow cart = FlowFiles.former("a-cart", """
                class: marketing
                starts: {on: [Signed Up]}
                ladder: abandonment
                steps:
                  - {send: reminder, priority: low}
                """).orElseThrow();
        Flow news = FlowFiles.former("b-news", """
                class: marketing
                starts: {on: [Signed Up]}
                steps:
                  - {send: news, priority: high}
                """).orElseThrow();

        assertThat(Life.ofSomeoneWhoAgreed()
                        .with(new Flows(List.of(cart, news)))
                        .signsUp()
                        .mails())
                .containsExactly("news");
    }

    @Test
    void one_event_that_could_begin_two_rungs_begins_the_higher() {
        Flows both = new Flows(List.of(
                flow("a-left", "Checkout Started", "cart", ""),
                flow("b-checkout", "Checkout Started", "checkout", "")));

        Life ada = Life.ofSomeoneWhoAgreed().with(both).startsCheckout("checkout:1", "mug");

        assertThat(ada.reasons(Verdict.STARTED)).containsExactly("b-checkout: because of Checkout Started");
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .containsExactly("a-left: b-checkout runs, which is nearer to the purchase (checkout)");
    }
}
