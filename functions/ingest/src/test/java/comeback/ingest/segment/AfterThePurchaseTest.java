package comeback.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.customer.Order;
import comeback.customer.ShipmentStage;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.ReturnEvent;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What storefronts tell of an order once it is placed. */
class AfterThePurchaseTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void an_order_that_is_paid_later_was_placed_when_the_shop_says() {
        var paid = Messages.tracked(OrderEvent.OrderPaid.class, "Order Paid", """
                {"order_id":"1001","created_at":"2026-03-01T09:00:00Z","products":[{"product_id":"mug"}]}""");

        assertThat(paid.order().map(Order::placedAt)).contains(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(paid.snapshot()).isEqualTo(paid.order());
    }

    @Test
    void a_payment_that_names_the_order_only_is_a_payment_too() {
        assertThat(Messages.tracked(OrderEvent.OrderPaid.class, "Order Paid", "{\"order_id\":\"1001\"}")
                        .order())
                .isEmpty();
    }

    @Test
    void a_payment_that_failed_says_where_to_try_again() {
        assertThat(Messages.tracked(
                                OrderEvent.OrderPaymentFailed.class,
                                "Payment Failed",
                                "{\"order_id\":\"1001\",\"payment_url\":\"/pay/1001\"}")
                        .payUrl())
                .hasValueSatisfying(url -> assertThat(url).endsWith("/pay/1001"));
    }

    @Test
    void a_refund_without_products_is_of_the_whole_order() {
        var whole = Messages.tracked(
                OrderEvent.OrderRefunded.class,
                "Order Refunded",
                "{\"order_id\":\"1001\",\"total\":\"41.50\",\"currency\":\"USD\"}");
        var part = Messages.tracked(OrderEvent.OrderRefunded.class, "Order Refunded", """
                {"order_id":"1001","refund_id":"r-2","total":18,"currency":"USD","products":[{"product_id":"mug"}]}""");

        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.amount()).contains(new Money(4150, USD));
        assertThat(whole.refundId()).isEqualTo("1001");
        assertThat(part.isWhole()).isFalse();
        assertThat(part.refundId()).isEqualTo("r-2");
        assertThat(part.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "out_for_delivery,OUT_FOR_DELIVERY",
        "Out For Delivery,OUT_FOR_DELIVERY",
        "failed attempt,ATTEMPTED",
        "in_transit,IN_TRANSIT",
        "label_printed,LABEL_MADE",
    })
    void a_parcel_comes_further_in_the_carriers_words(String word, ShipmentStage stage) {
        var moved = Messages.tracked(
                OrderEvent.ShipmentUpdated.class,
                "Shipment Updated",
                "{\"order_id\":\"1001\",\"shipment_id\":\"p-1\",\"status\":\"%s\"}".formatted(word));

        assertThat(moved.stage()).isEqualTo(stage);
        assertThat(moved.orderId().value()).isEqualTo("1001");
    }

    @Test
    void a_parcel_that_has_arrived_is_a_delivery_and_a_stage_that_nobody_knows_is_kept() {
        assertThat(Messages.tracked(
                        Event.class, "Shipment Updated", "{\"order_id\":\"1001\",\"status\":\"delivered\"}"))
                .isInstanceOf(Event.OrderDelivered.class);
        assertThat(Messages.tracked(Event.class, "Shipment Updated", "{\"order_id\":\"1001\",\"status\":\"beamed\"}"))
                .isEqualTo(new Event.Unrecognised("Shipment Updated"));
    }

    @Test
    void a_return_says_what_comes_back_and_why_not() {
        var declined = Messages.tracked(
                ReturnEvent.ReturnDeclined.class,
                "Return Declined",
                "{\"order_id\":\"1001\",\"return_id\":\"r-1\",\"reason\":\"worn\"}");

        assertThat(declined.goods().id()).contains("r-1");
        assertThat(declined.goods().reason()).isEqualTo(Optional.of("worn"));
    }
}
