package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.customer.Order;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WooCommerce's documents tell, topic by topic. */
class WooCommerceTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String ORDER = """
            {"id":18,"number":"18","status":"%s","currency":"EUR","customer_id":0,"prices_include_tax":true,
            "date_created_gmt":"2026-03-02T08:59:00","date_modified_gmt":"2026-03-02T08:59:01",
            "discount_total":"4.20","discount_tax":"0.80","shipping_total":"5.00","shipping_tax":"0.95","total_tax":"5.90",
            "total":"36.95",
            "billing":{"first_name":"Ada","email":"ada@example.com","address_1":"Musterweg 1","city":"Ulm"},
            "payment_url":"https://www.alderandpine.example/pay/18",
            "line_items":[{"id":1,"name":"Mug - Sand","parent_name":"Mug","product_id":11,"variation_id":12,"quantity":2,
            "subtotal":"30.25","subtotal_tax":"5.75","total":"26.72","price":13.36,"image":{"id":"","src":""},
            "meta_data":[{"key":"pa_colour","display_key":"Colour","display_value":"Sand"},{"key":"_hidden","display_value":"x"}]}],
            "coupon_lines":[{"code":"tenoff","discount":"4.20"}],"shipping_lines":[{"id":3,"total":"5.00"}],
            "fee_lines":[],"refunds":%s,"meta_data":%s}""";

    private final World world = new World();

    @Test
    void an_order_is_told_with_its_lines_as_the_shopper_saw_them() {
        Order order = ((Event.OrderCompleted)
                        events("order.created", order("on-hold")).getFirst().event())
                .order();

        assertThat(order.number()).isEqualTo("#18");
        assertThat(order.payment()).isEqualTo(Order.Payment.PENDING);
        assertThat(order.lines().getFirst().title()).isEqualTo("Mug");
        assertThat(order.lines().getFirst().variant()).contains("Sand");
        assertThat(order.lines().getFirst().price()).contains(new Money(1800, EUR));
        assertThat(order.lines().getFirst().imageUrl()).isEmpty();
        assertThat(order.couponCodes()).containsExactly("tenoff");
        assertThat(order.addsUp()).isTrue();
        assertThat(order.email())
                .hasValueSatisfying(email -> assertThat(email.value()).isEqualTo("ada@example.com"));
    }

    @Test
    void created_and_updated_within_a_second_are_one_purchase_and_one_payment() {
        events("order.created", order("processing"));
        events("order.updated", order("processing"));

        assertThat(ids(Event.OrderCompleted.class)).hasSize(1);
        assertThat(ids(OrderEvent.OrderPaid.class)).hasSize(1);
        assertThat(ids(OrderEvent.OrderUpdated.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,Order Completed",
        "processing,Order Completed",
        "completed,Order Completed",
        "cancelled,Order Cancelled",
        "failed,Order Payment Failed",
        "checkout-draft,",
        "wholesale,Order Completed",
    })
    void a_status_is_what_has_become_of_the_order(String status, String first) {
        List<String> names = names("order.updated", order(status));

        assertThat(names.stream().findFirst().orElse(null)).isEqualTo(first);
    }

    @Test
    void a_payment_that_failed_leads_back_to_where_one_pays() {
        var failed = (OrderEvent.OrderPaymentFailed)
                events("order.updated", order("failed")).getFirst().event();

        assertThat(failed.payUrl()).contains("https://www.alderandpine.example/pay/18");
    }

    @Test
    void a_parcel_is_found_in_what_plugins_write_and_else_in_the_status() {
        String tracking = """
                [{"key":"_wc_shipment_tracking_items","value":[{"tracking_provider":"dhl","tracking_number":"00340","date_shipped":"1"}]}]""";
        String asText =
                "[{\"key\":\"_wc_shipment_tracking_items\",\"value\":\"[{\\\"tracking_number\\\":\\\"00341\\\"}]\"}]";

        assertThat(shipped("processing", tracking).shipment().carrier()).contains("dhl");
        assertThat(shipped("completed", tracking).shipment().trackingNumber()).contains("00340");
        assertThat(shipped("processing", asText).shipment().id()).isEqualTo("00341");
        assertThat(shipped("processing", "[{\"key\":\"_tracking_number\",\"value\":\"00342\"}]")
                        .shipment()
                        .id())
                .isEqualTo("00342");
        assertThat(shipped("completed", "[]").shipment().trackingNumber()).isEmpty();
        assertThat(names("order.updated", order("processing"))).doesNotContain("Order Shipped");
    }

    @Test
    void a_refund_is_told_once_however_often_the_order_is_saved() {
        String refunded = ORDER.formatted("refunded", "[{\"id\":22,\"reason\":\"\",\"total\":\"-36.95\"}]", "[]");
        events("order.updated", refunded);
        events("order.updated", refunded.replace("08:59:01", "09:10:00"));

        assertThat(ids(OrderEvent.OrderRefunded.class)).hasSize(1);
        OrderEvent.OrderRefunded refund = world.events().stream()
                .map(StoreEvent::event)
                .filter(OrderEvent.OrderRefunded.class::isInstance)
                .map(OrderEvent.OrderRefunded.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(refund.amount()).contains(new Money(3695, EUR));
        assertThat(refund.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "customer.created|{\"id\":2,\"email\":\"a@example.com\"}|Signed Up",
                "customer.updated|{\"id\":2,\"email\":\"a@example.com\"}|Customer Updated",
                "customer.deleted|{\"id\":2}|Customer Deleted",
                "order.deleted|{\"id\":18}|order.deleted",
                "order.restored|{\"id\":18,\"status\":\"pending\",\"billing\":{\"email\":\"a@example.com\"}}|Order Completed",
            })
    void every_topic_is_told_under_its_own_name(String topic, String json, String name) {
        assertThat(names(topic, json)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "product.updated|{\"id\":1,\"name\":\"Mug\",\"stock_status\":\"instock\"}",
                "coupon.created|{\"id\":1}",
                "action.woocommerce_add_to_cart|{\"action\":\"woocommerce_add_to_cart\",\"arg\":{}}",
                "order.updated|{\"id\":[]}",
                "customer.created|{}",
            })
    void what_is_about_nobody_is_no_mistake(String topic, String json) {
        assertThat(names(topic, json)).isEmpty();
    }

    @Test
    void a_product_is_new_since_it_was_published_and_a_draft_is_not_sold() {
        String draft = """
                {"id":77,"name":"Mug","status":"draft","date_modified_gmt":"2026-03-01T08:00:00","stock_status":"instock"}""";
        world.send(Webhook.woo("product.created", draft));
        assertThat(world.catalogue().find(Shops.demo().id(), "77")).isEmpty();

        String published = draft.replace("draft", "publish")
                .replace("T08:", "T12:")
                .replace("{\"id\"", "{\"date_created_gmt\":\"2026-03-01T12:00:00\",\"id\"");
        world.send(Webhook.woo("product.updated", published));
        assertThat(world.catalogue().newcomers(Shops.demo().id(), Instant.EPOCH, World.NOW, 10))
                .containsExactly(new Newcomer("77", Instant.parse("2026-03-01T12:00:00Z")));

        world.send(Webhook.woo(
                "product.updated", published.replace("publish", "private").replace("T12:", "T13:")));
        assertThat(world.catalogue().find(Shops.demo().id(), "77").map(Product::isSold))
                .contains(false);
    }

    private static String order(String status) {
        return ORDER.formatted(status, "[]", "[]");
    }

    /** The parcel of an order that is told for the first time. */
    private static Event.OrderShipped shipped(String status, String metaData) {
        return new WooCommerceTest()
                .events("order.updated", ORDER.formatted(status, "[]", metaData)).stream()
                        .map(StoreEvent::event)
                        .filter(Event.OrderShipped.class::isInstance)
                        .map(Event.OrderShipped.class::cast)
                        .findFirst()
                        .orElseThrow();
    }

    private List<StoreEvent> events(String topic, String json) {
        int before = world.events().size();
        var answer = world.send(Webhook.woo(topic, json));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return world.events().subList(before, world.events().size());
    }

    private List<String> names(String topic, String json) {
        return events(topic, json).stream().map(event -> event.event().name()).toList();
    }

    private List<String> ids(Class<? extends Event> type) {
        return world.events().stream()
                .filter(event -> type.isInstance(event.event()))
                .map(StoreEvent::id)
                .toList();
    }
}
