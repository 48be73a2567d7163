package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.TestStores;
import comeback.customer.Consent;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderState;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.PersonEvent;
import comeback.event.StoreEvent;
import comeback.flow.Reason.Verdict;
import comeback.store.KeyClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

        assertThat(ada.mails()).containsExactly("order-cancelled");
    }

    @Test
    void each_parcel_of_an_order_is_announced_once() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .buys("1001")
                .happens(Shop.shipped("1001", "parcel-1"))
                .happens(Shop.shipped("1001", "parcel-1"))
                .happens(Shop.shipped("1001", "parcel-2"));

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

    @Test
    void a_payment_that_is_reported_before_its_order_ends_the_reminders() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(Duration.ofMinutes(10));
        ada.happens(new OrderEvent.OrderPaid(new OrderId("1001"), Optional.of(Shop.order("1001", ada.now()))));

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
    }

    @Test
    void a_failed_payment_is_no_purchase_and_is_spoken_of_in_place_of_the_cart() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(Duration.ofMinutes(10));
        ada.happens(new OrderEvent.OrderPaymentFailed(
                new OrderId("1001"), Optional.of(Shop.order("1001", ada.now())), Optional.empty()));

        assertThat(ada.after(Duration.ofHours(2)).mails()).containsExactly("payment-failed");
        assertThat(ada.customer().shopping().orders()).isEmpty();
        assertThat(ada.customer().shopping().cart()).isPresent();
    }

    @Test
    void an_order_as_it_was_before_does_not_replace_what_letters_show() {
        Life ada = Life.ofSomeoneWhoAgreed().buys("1001");
        Instant placedAt = ada.now();
        Instant changedAt = placedAt.plusSeconds(3600);
        Order order = Shop.order("1001", placedAt);
        OrderState known = ada.after(Duration.ofHours(2))
                .happens(new OrderEvent.OrderUpdated(order), changedAt)
                .customer()
                .shopping()
                .order(order.id())
                .orElseThrow();

        assertThat(known.asOf()).isEqualTo(changedAt);
        assertThat(shown(ada, order, placedAt.plusSeconds(60))).isEmpty();
        assertThat(shown(ada, order, changedAt)).contains(order);
    }

    /** What letters show after a report of then. */
    private static Optional<Order> shown(Life ada, Order order, Instant at) {
        StoreEvent report = new StoreEvent(
                "report",
                "test",
                at,
                ada.now(),
                List.of(Ref.user("ada")),
                Optional.empty(),
                false,
                Profile.EMPTY,
                Consent.unknown(),
                KeyClass.SECRET,
                false,
                new OrderEvent.OrderUpdated(order));
        return FoldOrders.newest(
                Fold.into(ada.customer(), report, TestStores.demo()).shopping(), report);
    }

    @Test
    void a_refund_of_an_order_from_before_our_time_is_no_purchase() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").after(Duration.ofMinutes(10));
        ada.happens(new OrderEvent.OrderRefunded(new OrderId("7"), "7", Optional.empty(), true, List.of()));

        assertThat(ada.after(Duration.ofHours(2)).mails()).containsExactly("your-refund", "need-help");
    }

    @Test
    void whoever_is_to_be_forgotten_is_not_advertised_to() {
        Life ada = Life.ofSomeoneWhoAgreed().adds("mug").neverAnswersAgain();
        ada.after(Duration.ofMinutes(1)).happens(new PersonEvent.CustomerRedacted());

        assertThat(ada.after(Duration.ofDays(3)).mails()).isEmpty();
    }
}
