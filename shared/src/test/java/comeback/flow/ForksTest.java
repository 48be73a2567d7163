package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.OrderId;
import comeback.event.Event;
import comeback.flow.Explanation.Cause;
import comeback.flow.Explanation.Position;
import comeback.flow.Explanation.StepNow;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Flows that wait for something or ask a condition: which way a customer goes, and that they are told why. */
class ForksTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ZoneId UTC = ZoneId.of("UTC");

    /** As the shop owner's guide has it: at once, after 36 hours, and then by what the customer did. */
    private static final String WELCOME = """
            class: marketing
            starts: {on: [Signed Up], again: after 365d}
            steps:
              - {send: thanks, at once: true}
              - {wait: 36h, after: start}
              - send: promotion
              - wait for: purchase
                at most: 7d
                after: start
                then:
                  - {wait: 1d, after: purchase}
                  - send: related
                else:
                  - wait for: purchase
                    at most: 24d
                    after: start
                    then:
                      - stop: the customer has bought
                  - send: second-chance
            """;

    private static Life ada() {
        return Life.ofSomeoneWhoAgreed().with("welcome", WELCOME).signsUp();
    }

    @Test
    void who_signs_up_and_buys_nothing_gets_three_letters_and_nothing_else() {
        assertThat(ada().after(DAY.multipliedBy(364)).mailsBy(UTC))
                .containsExactly(
                        "thanks 2026-03-02T09:00", "promotion 2026-03-03T21:00", "second-chance 2026-03-26T09:00");
    }

    @Test
    void who_buys_on_the_second_day_gets_related_products_a_day_later_and_no_second_chance() {
        Life ada = ada().after(DAY.multipliedBy(2)).buys("1001").after(DAY.multipliedBy(300));

        assertThat(ada.mailsBy(UTC))
                .containsExactly("thanks 2026-03-02T09:00", "promotion 2026-03-03T21:00", "related 2026-03-05T09:00");
    }

    @Test
    void who_bought_before_the_promotion_came_gets_related_products_a_day_after_it() {
        Life ada = ada().after(HOUR).buys("1001").after(DAY.multipliedBy(300));

        assertThat(ada.mails()).containsExactly("thanks", "promotion", "related");
    }

    @Test
    void who_buys_after_a_week_gets_nothing_more() {
        Life ada = ada().after(DAY.multipliedBy(8)).buys("1001").after(DAY.multipliedBy(300));

        assertThat(ada.mails()).containsExactly("thanks", "promotion");
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("welcome: the customer has bought");
    }

    @Test
    void a_purchase_whose_cancellation_was_reported_first_is_none() {
        Life ada = ada().after(DAY.multipliedBy(2)).happens(new Event.OrderCancelled(new OrderId("1001")));
        ada.buys("1001").after(DAY.multipliedBy(300));

        assertThat(ada.mails()).endsWith("second-chance");
    }

    @Test
    void a_purchase_of_the_sixth_day_that_is_reported_after_an_outage_was_in_time() {
        Life ada = ada().after(DAY.multipliedBy(5));
        Event late = Shop.bought("1001", ada.now().plus(DAY));

        ada.asleepFor(DAY.multipliedBy(5)).happens(late, ada.now().minus(DAY.multipliedBy(4)));

        assertThat(ada.after(DAY).mails()).contains("related");
    }

    @Test
    void a_purchase_of_the_ninth_day_was_not_in_time_though_no_alarm_came() {
        Life ada =
                ada().after(DAY.multipliedBy(5)).asleepFor(DAY.multipliedBy(4)).buys("1001");

        assertThat(ada.after(DAY.multipliedBy(60)).mails()).doesNotContain("related", "second-chance");
    }

    @Test
    void a_purchase_that_is_reported_twice_is_one() {
        Life ada = ada().after(DAY.multipliedBy(2)).buys("1001").buys("1001").after(DAY.multipliedBy(60));

        assertThat(ada.mails()).containsOnlyOnce("related");
    }

    @Test
    void why_a_letter_of_the_other_way_did_not_come_is_told() {
        Life ada = ada().after(DAY.multipliedBy(2)).buys("1001").after(DAY.multipliedBy(30));

        Explanation why = ada.explained("welcome", "second-chance");

        assertThat(why.verdict().text())
                .isEqualTo("second-chance was not sent: purchase came, at 2026-03-04T09:00:00Z.");
        assertThat(why.verdict().otherwise())
                .contains("It would have gone the other way, had no purchase come within 7 d after start.");
        assertThat(why.verdict().because()).map(Cause::name).contains("Order Completed");
        assertThat(why.steps()).extracting(StepNow::position).contains(Position.DONE, Position.NEVER);
        assertThat(ada.explained("welcome", "related").verdict().text()).startsWith("related was sent at");
    }

    @Test
    void what_a_journey_waits_for_is_told() {
        Life ada = ada().after(DAY.multipliedBy(2));

        assertThat(ada.explained("welcome", "related").verdict().text())
                .isEqualTo(
                        "related has not been sent yet: it comes later; the next step is due at 2026-03-09T09:00:00Z.");
        assertThat(ada.explained("welcome", "related").steps())
                .extracting(StepNow::what)
                .contains("waits for purchase, at most 7 d after start", "stops: the customer has bought");
        assertThat(ada.reasons(Verdict.WAITING)).last().isEqualTo("welcome: for purchase, until 2026-03-09T09:00:00Z");
    }

    private static final String BY_CONDITION = """
            class: requested
            starts: {on: [Signed Up]}
            steps:
              - if: %s
                then:
                  - send: yes-letter
                else:
                  - send: no-letter
              - {wait: 1d}
              - send: both-letter
            """;

    @Test
    void a_condition_decides_which_way_a_journey_goes() {
        Life yes = Life.ofSomeoneWhoAgreed().with("test", BY_CONDITION.formatted("true"));
        Life no = Life.ofSomeoneWhoAgreed().with("test", BY_CONDITION.formatted("false"));

        assertThat(yes.signsUp().after(DAY).mails()).containsExactly("yes-letter", "both-letter");
        assertThat(no.signsUp().after(DAY).mails()).containsExactly("no-letter", "both-letter");
        assertThat(yes.explained("test", "no-letter").verdict().text())
                .isEqualTo("no-letter was not sent: true holds.");
        assertThat(no.explained("test", "yes-letter").verdict().text())
                .isEqualTo("yes-letter was not sent: false does not hold.");
    }

    @Test
    void who_has_ordered_before_is_told_with_the_value_why_they_got_the_other_letter() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .with("test", BY_CONDITION.formatted("$customer.orders.count == 0"))
                .buys("1001")
                .signsUp();

        Explanation why = ada.explained("test", "yes-letter");

        assertThat(ada.mails()).containsExactly("no-letter");
        assertThat(why.verdict().text())
                .isEqualTo("yes-letter was not sent: $customer.orders.count == 0 does not hold"
                        + " ($customer.orders.count is 1).");
        assertThat(why.verdict().otherwise())
                .contains("It would have gone the other way, had it been that $customer.orders.count == 0.");
        assertThat(why.verdict().rule().orElseThrow().value()).isEqualTo("$customer.orders.count is 1");
        assertThat(ada.explained("test", "both-letter").verdict().text()).contains("it is due at");
    }

    @Test
    void a_condition_is_asked_when_the_journey_comes_to_it_and_not_before() {
        String later =
                BY_CONDITION.formatted("$customer.orders.count == 0").replace("steps:\n", "steps:\n  - wait: 2d\n");
        Life ada = Life.ofSomeoneWhoAgreed().with("test", later).signsUp().after(DAY);

        assertThat(ada.buys("1001").after(DAY).mails()).containsExactly("no-letter");
    }

    @Test
    void the_purchase_that_a_flow_began_with_is_not_the_next_one() {
        String second = """
                class: requested
                starts: {on: [Order Completed], again: after 365d}
                steps:
                  - {wait: 1d, after: purchase}
                  - send: how-to-use-it
                  - wait for: purchase
                    at most: 21d
                    after: start
                    then: [{stop: bought again}]
                  - send: come-again
                """;

        Life once = Life.ofSomeoneWhoAgreed().with("test", second).buys("1001");
        Life twice = Life.ofSomeoneWhoAgreed().with("test", second).buys("1001").buys("1002");

        assertThat(once.after(DAY.multipliedBy(30)).mailsBy(UTC))
                .containsExactly("how-to-use-it 2026-03-03T09:00", "come-again 2026-03-23T09:00");
        assertThat(twice.after(DAY.multipliedBy(30)).mails()).containsExactly("how-to-use-it");
    }

    @Test
    void an_order_in_the_same_second_as_the_sign_up_is_a_purchase() {
        assertThat(ada().buys("1001").after(DAY.multipliedBy(60)).mails())
                .containsExactly("thanks", "promotion", "related");
    }
}
