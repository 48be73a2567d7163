package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Line;
import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.OrderId;
import comeback.customer.OrderReturn;
import comeback.customer.Shipment;
import comeback.customer.ShipmentStage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.ReturnEvent;
import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an order after it was placed, as its shopper hears of it. */
class OrderChangesTest {
    private static final OrderId ORDER = new OrderId("1001");
    private static final Duration DAY = Duration.ofDays(1);

    private static Life buyer() {
        return Life.ofSomeoneWhoAgreed().buys("1001");
    }

    private static OrderEvent.OrderRefunded refund(String id, long cents, boolean isWhole) {
        return new OrderEvent.OrderRefunded(
                ORDER, id, Optional.of(new Money(cents, Currency.getInstance("USD"))), isWhole, List.of());
    }

    private static OrderEvent.OrderUpdated updated(Instant placedAt, Line... lines) {
        Order plain = Shop.order("1001", placedAt);
        return new OrderEvent.OrderUpdated(new Order(
                plain.id(),
                plain.number(),
                plain.placedAt(),
                plain.payment(),
                List.of(lines),
                0,
                plain.amounts(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static OrderReturn goods(String id, Optional<Instant> sendBy) {
        return new OrderReturn(
                ORDER, Optional.of(id), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), sendBy);
    }

    private static OrderEvent.ShipmentUpdated parcel(String id, ShipmentStage stage) {
        return new OrderEvent.ShipmentUpdated(
                new Shipment(id, ORDER, Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                stage,
                Optional.empty());
    }

    @Test
    void a_cancellation_is_told_once_however_often_it_is_reported() {
        Life ada = buyer().happens(new Event.OrderCancelled(ORDER))
                .after(Duration.ofHours(1))
                .happens(new Event.OrderCancelled(ORDER));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "order-cancelled");
        assertThat(ada.reasons(Verdict.NOT_STARTED))
                .contains("order-changes: the report changed nothing that is known of order 1001");
    }

    @Test
    void each_refund_is_told_once() {
        Life ada = buyer().happens(refund("r-1", 500, false))
                .happens(refund("r-1", 500, false))
                .after(DAY)
                .happens(refund("r-2", 750, false));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "your-refund", "your-refund");
    }

    @Test
    void an_order_that_is_reported_again_as_it_was_is_not_called_changed() {
        Life ada = buyer();
        Instant placedAt = ada.now();

        assertThat(ada.after(Duration.ofHours(1))
                        .happens(updated(placedAt, Shop.line("mug")))
                        .mails())
                .containsExactly("thanks-for-your-order");
        assertThat(ada.after(Duration.ofHours(1))
                        .happens(updated(placedAt, Shop.line("mug"), Shop.line("bowl")))
                        .mails())
                .containsExactly("thanks-for-your-order", "order-changed");
    }

    @Test
    void an_order_as_it_was_before_its_change_is_no_change_back() {
        Life ada = buyer();
        Instant placedAt = ada.now();
        ada.after(Duration.ofHours(2)).happens(updated(placedAt, Shop.line("bowl")));

        assertThat(ada.happens(updated(placedAt, Shop.line("mug")), placedAt.plusSeconds(60))
                        .mails())
                .containsExactly("thanks-for-your-order", "order-changed");
    }

    @Test
    void nothing_that_is_reported_of_a_cancelled_order_contradicts_its_cancellation() {
        Life ada = Life.ofSomeoneWhoAgreed().happens(new Event.OrderCancelled(ORDER));
        Instant placedAt = ada.now();
        ada.buys("1001")
                .happens(Shop.shipped("1001", "p-1"))
                .happens(parcel("p-1", ShipmentStage.OUT_FOR_DELIVERY))
                .happens(updated(placedAt, Shop.line("bowl")))
                .happens(new OrderEvent.OrderPaymentFailed(ORDER, Optional.empty(), Optional.empty()))
                .happens(new Event.OrderDelivered(ORDER));

        assertThat(ada.after(DAY).mails()).containsExactly("order-cancelled");
    }

    @Test
    void an_order_that_was_paid_back_before_it_was_reported_is_not_confirmed() {
        Life ada = Life.ofSomeoneWhoAgreed().happens(refund("r-1", 1250, true)).buys("1001");

        assertThat(ada.mails()).containsExactly("your-refund");
    }

    @Test
    void a_payment_that_failed_is_spoken_of_at_once_and_a_day_later() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .happens(new OrderEvent.OrderPaymentFailed(ORDER, Optional.empty(), Optional.empty()));

        assertThat(ada.mails()).containsExactly("payment-failed");
        assertThat(ada.after(DAY.minusMinutes(5)).mails()).hasSize(1);
        assertThat(ada.after(Duration.ofMinutes(10)).mails()).containsExactly("payment-failed", "still-unpaid");
        assertThat(ada.after(DAY.multipliedBy(30)).mails()).hasSize(2);
    }

    @Test
    void whoever_pays_after_all_hears_no_more_of_the_failed_payment_in_whatever_order_it_is_reported() {
        OrderEvent.OrderPaymentFailed failed =
                new OrderEvent.OrderPaymentFailed(ORDER, Optional.empty(), Optional.empty());
        Life ada = Life.ofSomeoneWhoAgreed().happens(failed).after(Duration.ofHours(1));
        Life bea = Life.ofSomeoneWhoAgreed();

        assertThat(ada.buys("1001").after(DAY.multipliedBy(3)).mails())
                .containsExactly("payment-failed", "thanks-for-your-order");
        assertThat(bea.buys("1001").happens(failed).after(DAY.multipliedBy(3)).mails())
                .containsExactly("thanks-for-your-order");
        assertThat(bea.reasons(Verdict.NOT_STARTED))
                .contains("payment-problem: more is known of order 1001 by now than \"payment failed\"");
    }

    @Test
    void whoever_orders_anew_is_not_asked_to_pay_the_first_order() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .happens(new OrderEvent.OrderPaymentFailed(ORDER, Optional.empty(), Optional.empty()))
                .after(Duration.ofHours(2))
                .buys("1002");

        assertThat(ada.after(DAY.multipliedBy(3)).mails()).containsExactly("payment-failed", "thanks-for-your-order");
    }

    @Test
    void each_step_of_a_return_is_told_and_a_late_report_of_an_earlier_one_is_not() {
        Life ada = buyer();
        Instant asked = ada.now();
        OrderReturn goods = goods("x", Optional.empty());
        ada.after(DAY)
                .happens(new ReturnEvent.ReturnApproved(goods))
                .happens(new ReturnEvent.ReturnRequested(goods), asked)
                .after(DAY)
                .happens(new ReturnEvent.ReturnReceived(goods))
                .happens(refund("r-1", 1250, true));

        assertThat(ada.mails())
                .containsExactly("thanks-for-your-order", "send-it-back", "it-is-with-us", "your-refund");
    }

    @Test
    void three_days_before_its_deadline_a_return_is_spoken_of_again_unless_it_is_there() {
        Life ada = buyer();
        OrderReturn goods = goods("x", Optional.of(ada.now().plus(Duration.ofDays(14))));
        Life bea = buyer();
        ada.happens(new ReturnEvent.ReturnApproved(goods));
        bea.happens(new ReturnEvent.ReturnApproved(goods)).after(DAY).happens(new ReturnEvent.ReturnReceived(goods));

        assertThat(ada.after(DAY.multipliedBy(10)).mails()).containsExactly("thanks-for-your-order", "send-it-back");
        assertThat(ada.after(DAY.multipliedBy(2)).mails())
                .containsExactly("thanks-for-your-order", "send-it-back", "a-few-days-left");
        assertThat(bea.after(DAY.multipliedBy(20)).mails())
                .containsExactly("thanks-for-your-order", "send-it-back", "it-is-with-us");
    }

    @Test
    void a_return_without_a_deadline_or_with_one_that_is_near_is_not_spoken_of_again() {
        Life ada = buyer();
        ada.happens(new ReturnEvent.ReturnApproved(goods("x", Optional.empty())))
                .happens(new ReturnEvent.ReturnApproved(
                        goods("y", Optional.of(ada.now().plus(DAY)))));

        assertThat(ada.after(DAY.multipliedBy(30)).mails())
                .containsExactly("thanks-for-your-order", "send-it-back", "send-it-back");
    }

    @Test
    void turns_of_a_parcel_within_two_hours_are_one_mail() {
        Life ada = buyer().happens(Shop.shipped("1001", "p-1")).after(DAY);
        ada.happens(parcel("p-1", ShipmentStage.OUT_FOR_DELIVERY))
                .after(Duration.ofMinutes(30))
                .happens(parcel("p-1", ShipmentStage.ATTEMPTED))
                .after(Duration.ofMinutes(30))
                .happens(parcel("p-1", ShipmentStage.READY_FOR_PICKUP));

        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "on-its-way", "arriving-today");
        assertThat(ada.after(DAY).mails())
                .containsExactly("thanks-for-your-order", "on-its-way", "arriving-today", "ready-to-fetch");
    }

    @Test
    void a_turn_of_a_parcel_that_is_reported_after_its_arrival_is_not_told() {
        Life ada = buyer().happens(Shop.shipped("1001", "p-1")).after(DAY);
        ada.happens(new Event.OrderDelivered(ORDER, Optional.of("p-1")))
                .happens(parcel("p-1", ShipmentStage.OUT_FOR_DELIVERY));

        assertThat(ada.after(DAY).mails()).containsExactly("thanks-for-your-order", "on-its-way", "it-has-arrived");
    }

    @Test
    void of_an_order_in_two_parcels_the_arrival_is_told_when_all_is_there() {
        Life ada = buyer().happens(Shop.shipped("1001", "p-1"))
                .happens(Shop.shipped("1001", "p-2"))
                .after(DAY);
        ada.happens(new Event.OrderDelivered(ORDER, Optional.of("p-1")));
        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "on-its-way", "on-its-way");

        ada.after(DAY).happens(new Event.OrderDelivered(ORDER, Optional.of("p-2")));
        assertThat(ada.mails()).containsExactly("thanks-for-your-order", "on-its-way", "on-its-way", "it-has-arrived");
    }

    /** As the reviews, cross-sells and replenishments that ship are: marketing that an order began. */
    private static final String ASKS_LATER = """
            class: marketing
            starts:
              on: [Order Delivered]
              runs for: order
              again: for another
            steps:
              - wait: 7d
              - send: how-was-it
            """;

    @Test
    void whoever_sends_back_or_is_paid_back_is_not_asked_how_they_like_it() {
        OrderReturn goods = goods("x", Optional.empty());
        for (Event gaveBack : List.of(
                new ReturnEvent.ReturnRequested(goods), refund("r-1", 100, false), new Event.OrderCancelled(ORDER))) {
            Life ada = Life.ofSomeoneWhoAgreed().with("review", ASKS_LATER).buys("1001");
            ada.happens(new Event.OrderDelivered(ORDER)).after(DAY).happens(gaveBack);

            assertThat(ada.after(DAY.multipliedBy(10)).mails()).isEmpty();
        }
    }

    @Test
    void whoever_keeps_what_they_bought_is_asked() {
        Life ada = Life.ofSomeoneWhoAgreed().with("review", ASKS_LATER).buys("1001");
        ada.happens(new Event.OrderDelivered(ORDER))
                .after(DAY)
                .happens(new ReturnEvent.ReturnDeclined(goods("x", Optional.empty())));

        assertThat(ada.after(DAY.multipliedBy(10)).mails()).containsExactly("how-was-it");
    }
}
