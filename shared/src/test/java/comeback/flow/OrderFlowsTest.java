package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.OrderId;
import comeback.event.Event;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderFlowsTest {
    @Test
    void a_purchase_is_confirmed_at_once() {
        assertThat(Life.ofSomeoneWhoAgreed().buys("1001").mails()).containsExactly("thanks-for-your-order");
    }

    @Test
    void three_reports_of_one_purchase_make_one_confirmation() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .buys("1001")
                .buys("1001")
                .after(Duration.ofHours(2))
                .buys("1001");

        assertThat(ada.mails()).containsExactly("thanks-for-your-order");
        assertThat(ada.reasons(Verdict.NOT_STARTED)).contains("order-confirmation: it ran already for this order");
    }

    @Test
    void someone_who_refused_marketing_still_gets_their_confirmation() {
        Life ada = Life.ofSomeoneWhoNeverAnswered().unsubscribes().buys("1001");

        assertThat(ada.mails()).containsExactly("thanks-for-your-order");
    }

    @Test
    void a_purchase_reported_from_a_browser_closes_the_cart_and_confirms_nothing() {
        Life ada = Life.ofSomeoneWhoAgreed().reportedFromABrowser().adds("mug").buys("1001");

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .contains("order-confirmation: a public key may not start transactional mail");
    }

    @Test
    void an_order_that_was_cancelled_before_it_was_reported_is_not_confirmed() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .happens(new Event.OrderCancelled(new OrderId("1001")))
                .buys("1001");

        assertThat(ada.mails()).isEmpty();
    }

    @Test
    void each_parcel_of_an_order_is_announced_once() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .buys("1001")
                .happens(Life.shipped("1001", "parcel-1"))
                .happens(Life.shipped("1001", "parcel-1"))
                .happens(Life.shipped("1001", "parcel-2"));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "on-its-way", "on-its-way");
    }

    @Test
    void two_years_of_imported_orders_send_nothing() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .reportedByAnImport()
                .buys("1")
                .buys("2")
                .adds("mug");

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
        assertThat(ada.customer().shopping().orders()).hasSize(2);
    }
}
