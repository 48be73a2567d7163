package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flow.Reason.Verdict;
import comeback.flowfile.FlowFiles;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggersTest {
    private static final String SECOND = "$customer.orders.count == 2";

    /** For every order, a letter of its own, if one of these triggers lets it begin. */
    private static Flow thanks(String... triggers) {
        return FlowFiles.former("thanks", """
                class: transactional
                starts:
                  any of:
                %s
                  runs for: order
                  again: for another
                steps:
                  - send: second-thanks
                """.formatted(
                                String.join("\n", triggers).indent(4).stripTrailing()))
                .orElseThrow();
    }

    private static String bought(String when) {
        return "- {on: Order Completed, when: \"" + when + "\"}";
    }

    private static Life ada(Flow flow) {
        return Life.ofSomeoneWhoAgreed().with(new Flows(List.of(flow)));
    }

    @Test
    void who_orders_a_second_time_is_thanked_for_that_and_for_no_other_order() {
        Life ada = ada(thanks(bought(SECOND)));

        ada.buys("1").after(Duration.ofDays(3));
        assertThat(ada.mails()).isEmpty();
        ada.buys("2").after(Duration.ofDays(3)).buys("3").after(Duration.ofDays(3));

        assertThat(ada.mails()).containsExactly("second-thanks");
        assertThat(ada.reasons(Verdict.STARTED))
                .containsExactly("thanks: because of Order Completed, as $customer.orders.count is 2");
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .containsExactly(
                        "thanks: its condition does not hold: $customer.orders.count is 1",
                        "thanks: its condition does not hold: $customer.orders.count is 3");
    }

    @Test
    void why_a_condition_did_not_let_them_in_is_told_with_its_values_and_what_would_have_changed_it() {
        Life ada = ada(thanks(bought(SECOND))).buys("1");

        Explanation why = ada.explained("thanks", "second-thanks");

        assertThat(why.verdict().text())
                .isEqualTo("thanks never started for this customer: its condition does not hold: "
                        + "$customer.orders.count is 1.");
        assertThat(why.verdict().otherwise())
                .contains("It would have started, had this been so: $customer.orders.count == 2.");
        assertThat(why.verdict().because().orElseThrow().name()).isEqualTo("Order Completed");
        assertThat(why.entry())
                .filteredOn(check -> check.ruling().rule().equals("condition"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.holds()).isFalse();
                    assertThat(check.ruling().value()).isEqualTo("$customer.orders.count is 1");
                });
    }

    @Test
    void a_condition_about_the_event_is_told_as_it_was_decided_and_not_asked_again() {
        Life ada = ada(thanks(bought("$event.items > 5"))).buys("1");

        Explanation why = ada.explained("thanks", "second-thanks");

        assertThat(why.verdict().text()).contains("its condition does not hold: $event.items is 1");
        assertThat(why.entry()).noneMatch(check -> check.ruling().rule().equals("condition"));
    }

    @Test
    void of_several_triggers_one_is_enough() {
        Flow flow = thanks(bought("$event.items > 5"), bought("$event.contains('mug')"), "- on: Signed Up");

        assertThat(ada(flow).buys("1").mails()).containsExactly("second-thanks");
    }

    @Test
    void when_no_trigger_lets_them_in_each_says_why() {
        Life ada = ada(thanks(bought("$event.items > 5"), bought(SECOND))).buys("1");

        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .containsExactly(
                        "thanks: its condition does not hold: $event.items is 1, and $customer.orders.count is 1");
        assertThat(ada.explained("thanks", "second-thanks").verdict().otherwise())
                .contains("It would have started, had this been so: $event.items > 5, or $customer.orders.count == 2.");
    }

    @Test
    void a_condition_is_judged_when_the_journey_begins_and_not_again() {
        Flow later = thanks(bought("$customer.orders.count == 1"));

        assertThat(ada(later).buys("1").buys("2").mails()).containsExactly("second-thanks");
    }
}
