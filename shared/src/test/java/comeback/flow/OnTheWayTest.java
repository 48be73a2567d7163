package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.OrderId;
import comeback.event.Event;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What journeys hear of while they run: it ends a wait, or it ends them. */
class OnTheWayTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static final String DELIVERED = """
            class: transactional
            starts: {on: [Order Completed], runs for: order, again: for another}
            steps:
              - wait for: Order Delivered
                at most: 14d
                then:
                  - send: how-was-it
                else:
                  - send: is-it-there
            """;

    @Test
    void a_journey_of_an_order_waits_for_the_delivery_of_that_order_only() {
        Life ada =
                Life.ofSomeoneWhoAgreed().with("test", DELIVERED).buys("1001").buys("1002");

        ada.after(DAY).happens(new Event.OrderDelivered(new OrderId("1002")));

        assertThat(ada.mails()).containsExactly("how-was-it");
        assertThat(ada.after(DAY.multipliedBy(14)).mails()).containsExactly("how-was-it", "is-it-there");
    }

    @Test
    void imported_history_ends_no_wait() {
        Life ada =
                Life.ofSomeoneWhoAgreed().with("test", DELIVERED).buys("1001").after(DAY);

        ada.reportedByAnImport().happens(new Event.OrderDelivered(new OrderId("1001")));

        assertThat(ada.mails()).isEmpty();
    }

    @Test
    void an_event_among_the_exits_ends_a_journey_and_is_told() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .with("test", DELIVERED + "exits: [Order Cancelled, consent withdrawn]\n")
                .buys("1001")
                .after(DAY);

        ada.happens(new Event.OrderCancelled(new OrderId("1001"))).after(DAY.multipliedBy(30));

        assertThat(ada.mails()).isEmpty();
        assertThat(ada.explained("test", "how-was-it").verdict().text())
                .isEqualTo("how-was-it was not sent: Order Cancelled came, at 2026-03-03T09:00:00Z.");
    }

    @Test
    void a_change_of_consent_may_end_a_journey() {
        String file = DELIVERED + "exits: [consent given, consent withdrawn]\n";

        Life gone =
                Life.ofSomeoneWhoNeverAnswered().with("test", file).buys("1001").after(DAY);
        Life agreed =
                Life.ofSomeoneWhoNeverAnswered().with("test", file).buys("1001").after(DAY);

        assertThat(gone.unsubscribes().reasons(Verdict.STOPPED)).hasSize(1);
        assertThat(agreed.agrees().signsUp().reasons(Verdict.STOPPED))
                .containsExactly("test: the customer agreed to marketing mail (form)");
    }

    @Test
    void a_condition_may_end_a_journey() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .with("test", DELIVERED + "exit if: \"true\"\n")
                .buys("1001");

        assertThat(ada.after(DAY.multipliedBy(30)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.STOPPED)).hasSize(1);
    }

    @Test
    void a_journey_ends_as_soon_as_its_condition_holds_and_the_value_is_told() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .with("test", DELIVERED + "exit if: $customer.orders.count >= 2\n")
                .buys("1001")
                .after(DAY);

        assertThat(ada.buys("1002").after(DAY.multipliedBy(30)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.STOPPED).getFirst())
                .isEqualTo("test: $customer.orders.count >= 2 holds ($customer.orders.count is 2)");
    }
}
