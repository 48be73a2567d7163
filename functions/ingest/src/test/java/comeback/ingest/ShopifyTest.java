package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import comeback.catalogue.Newcomer;
import comeback.catalogue.Product;
import comeback.customer.Consent;
import comeback.customer.Order;
import comeback.customer.Ref;
import comeback.event.CheckoutEvent;
import comeback.event.Event;
import comeback.event.OrderEvent;
import comeback.event.StoreEvent;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Shopify's documents tell, topic by topic, in the shapes that its documentation shows. */
class ShopifyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final String PERSON =
            "\"customer\":{\"id\":9007199254740995,\"email\":\"ada@example.com\",\"first_name\":\"Ada\"}";
    private static final String LINE =
            "{\"id\":1,\"product_id\":632910392,\"variant_id\":808950810,\"title\":\"Mug\",\"variant_title\":\"Sand\",\"price\":\"18.10\",\"quantity\":2}";

    private final World world = new World();

    @Test
    void an_order_is_told_with_everything_that_its_letter_shows() {
        Event.OrderCompleted completed = one(Event.OrderCompleted.class, "orders/create", order("pending"));
        Order order = completed.order();

        assertThat(order.id().value()).isEqualTo("9007199254740993");
        assertThat(order.number()).isEqualTo("#1001");
        assertThat(order.payment()).isEqualTo(Order.Payment.PENDING);
        assertThat(order.amounts().total()).contains(new Money(3820, USD));
        assertThat(order.addsUp()).isTrue();
        assertThat(order.couponCodes()).containsExactly("TENOFF");
        assertThat(order.lines().getFirst().variantId()).contains("808950810");
        assertThat(completed.cartTokens()).containsExactlyInAnyOrder("cart:crt", "checkout:tok");
    }

    @Test
    void its_buyer_is_known_by_account_address_and_order_and_their_language_is_the_checkouts() {
        StoreEvent event = events("orders/create", order("paid")).getFirst();

        assertThat(event.refs().stream().map(Ref::value))
                .containsExactly("9007199254740995", "ada@example.com", "order:9007199254740993");
        assertThat(event.profile().locale())
                .hasValueSatisfying(locale -> assertThat(locale.getLanguage()).isEqualTo("tr"));
        assertThat(event.profile().firstName()).contains("Ada");
        assertThat(event.consent()).isInstanceOf(Consent.Given.class);
    }

    @Test
    void create_paid_and_updated_tell_one_purchase_and_one_payment() {
        world.send(Webhook.shopify("orders/create", "same-event", order("paid")));
        world.send(Webhook.shopify("orders/paid", "same-event", order("paid")));
        world.send(Webhook.shopify("orders/updated", order("paid")));

        // Told three times, and known by its id.
        assertThat(world.happenings().calls()).isGreaterThan(world.events().size());
        assertThat(ids(Event.OrderCompleted.class)).hasSize(1);
        assertThat(ids(OrderEvent.OrderPaid.class)).hasSize(1);
        assertThat(ids(OrderEvent.OrderUpdated.class)).hasSize(1);
    }

    @Test
    void an_order_to_another_address_than_the_accounts_does_not_rename_the_person() {
        StoreEvent event = events(
                        "orders/create",
                        order("paid")
                                .replace(
                                        "\"email\":\"ada@example.com\",\"currency\"",
                                        "\"email\":\"friend@example.com\",\"currency\""))
                .getFirst();

        assertThat(event.emailIsTheirs()).isFalse();
        assertThat(event.email())
                .hasValueSatisfying(email -> assertThat(email.value()).isEqualTo("friend@example.com"));
        assertThat(event.consent()).isEqualTo(Consent.unknown());
    }

    @Test
    void a_cancelled_order_is_cancelled_before_it_is_placed() {
        assertThat(names("orders/cancelled", order("refunded")))
                .startsWith("Order Cancelled", "Order Completed")
                .contains("Order Paid");
    }

    @Test
    void the_checkout_that_was_bought_is_closed_for_whomever_it_belongs_to() {
        StoreEvent closing = events("orders/create", order("paid")).stream()
                .filter(event -> event.event() instanceof CheckoutEvent.CheckoutCompleted)
                .findFirst()
                .orElseThrow();

        assertThat(closing.refs()).containsExactly(Ref.token("checkout:tok"));
    }

    @Test
    void a_checkout_knows_its_person_its_cart_and_the_way_back() {
        Event.CheckoutStarted started =
                one(Event.CheckoutStarted.class, "checkouts/create", """
                {"token":"tok","cart_token":"crt","email":"ada@example.com","currency":"USD","line_items":[%s],%s,
                "abandoned_checkout_url":"https://www.alderandpine.example/recover?key=k","updated_at":"2026-03-02T08:00:00Z"}""".formatted(LINE, PERSON));

        assertThat(started.cart().url()).contains("https://www.alderandpine.example/recover?key=k");
        assertThat(world.only().refs().stream().map(Ref::value)).contains("cart:crt", "checkout:tok");
        assertThat(started.lines())
                .hasValueSatisfying(lines -> assertThat(lines).hasSize(1));
    }

    @Test
    void a_guest_who_buys_has_no_account_to_be_welcomed_to() {
        assertThat(names("customers/create", "{\"id\":1,\"email\":\"a@example.com\",\"state\":\"disabled\"}"))
                .containsExactly("Customer Updated");
        assertThat(names("customers/create", "{\"id\":2,\"email\":\"b@example.com\",\"state\":\"enabled\"}"))
                .containsExactly("Signed Up");
    }

    @ParameterizedTest
    @CsvSource({
        "subscribed,Given",
        "unsubscribed,Withdrawn",
        "redacted,Withdrawn",
        "not_subscribed,Unknown",
        "pending,Unknown",
        "invalid,Unknown",
        "beamed,Unknown"
    })
    void only_a_word_of_the_person_is_their_word(String state, String consent) {
        List<StoreEvent> events = events("customers_email_marketing_consent/update", """
                {"customer_id":1,"email_address":"ada@example.com","email_marketing_consent":
                {"state":"%s","consent_updated_at":"2026-03-01T00:00:00Z"}}""".formatted(state));

        assertThat(events.getFirst().consent().getClass().getSimpleName()).isEqualTo(consent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "carts/update|{\"token\":\"c\",\"line_items\":[]}|Cart Updated",
                "checkouts/update|{\"token\":\"t\",\"email\":\"a@example.com\",\"shipping_address\":[]}|Checkout Updated",
                "checkouts/update|{\"token\":\"t\",\"completed_at\":\"2026-03-02T08:00:00Z\"}|Checkout Completed",
                "checkouts/delete|{\"token\":\"t\"}|Checkout Deleted",
                "customers/update|{\"id\":1}|Customer Updated",
                "customers/enable|{\"id\":1}|Customer Updated",
                "customers/delete|{\"id\":1}|Customer Deleted",
                "customers/merge|{\"admin_graphql_api_customer_kept_id\":\"gid://shopify/Customer/1\",\"admin_graphql_api_customer_deleted_id\":\"gid://shopify/Customer/2\",\"status\":\"completed\"}|Customer Merged",
                "customers/data_request|{\"shop_id\":1,\"customer\":{\"id\":1,\"email\":\"a@example.com\"},\"orders_requested\":[1]}|Customer Data Requested",
                "customers/redact|{\"shop_id\":1,\"customer\":{\"id\":1,\"email\":\"a@example.com\"},\"orders_to_redact\":[1]}|Customer Redacted",
                "orders/edited|{\"order_edit\":{\"order_id\":5}}|orders/edited",
                "orders/delete|{\"id\":5,\"order_id\":5}|orders/delete",
                "fulfillments/create|{\"id\":7,\"order_id\":5,\"status\":\"success\",\"tracking_company\":\"USPS\"}|Order Shipped",
                "fulfillments/create|{\"id\":7,\"order_id\":5,\"status\":\"pending\"}|fulfillments/create",
                "fulfillment_events/create|{\"id\":1,\"order_id\":5,\"fulfillment_id\":7,\"status\":\"out_for_delivery\"}|Shipment Updated",
                "fulfillment_events/create|{\"id\":1,\"order_id\":5,\"fulfillment_id\":7,\"status\":\"delivered\"}|Order Delivered",
                "fulfillment_events/create|{\"id\":1,\"order_id\":5,\"status\":\"beamed\"}|Shipment Updated",
                "refunds/create|{\"id\":3,\"order_id\":5,\"refund_line_items\":[{\"quantity\":1,\"subtotal\":1.5,\"line_item\":{\"product_id\":1}}]}|Order Refunded",
                "returns/request|{\"id\":3,\"order\":{\"id\":5}}|Return Requested",
                "returns/approve|{\"id\":3,\"order\":{\"id\":5}}|Return Approved",
                "returns/decline|{\"id\":3,\"order\":{\"id\":5},\"decline\":{\"reason\":\"OTHER\",\"note\":\"worn\"}}|Return Declined",
                "returns/process|{\"id\":3,\"order\":{\"id\":5}}|Return Received",
                "returns/close|{\"id\":3,\"order_id\":5}|Return Closed",
                "returns/cancel|{\"id\":3,\"order\":{\"id\":5}}|Return Cancelled",
                "draft_orders/create|{\"id\":3,\"customer\":{\"id\":1}}|draft_orders/create",
            })
    void every_topic_is_told_under_its_own_name(String topic, String json, String name) {
        assertThat(names(topic, json)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop/redact|{\"shop_id\":1,\"shop_domain\":\"pine.myshopify.com\"}",
                "products/update|{\"id\":1,\"title\":\"Mug\",\"variants\":[{\"id\":2,\"inventory_quantity\":3}]}",
                "inventory_levels/update|{\"inventory_item_id\":1,\"available\":3}",
                "themes/update|{}",
                "orders/create|{}",
                "orders/create|{\"id\":null,\"line_items\":7,\"customer\":[]}",
                "fulfillments/create|{\"id\":{}}",
                "customers/create|{\"email\":\"no address\"}",
            })
    void what_is_about_nobody_is_no_mistake(String topic, String json) {
        assertThat(world.send(Webhook.shopify(topic, json)).getStatusCode()).isEqualTo(200);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_product_is_new_since_it_was_published_and_a_draft_is_not_sold() {
        String draft = """
                {"id":77,"title":"Mug","status":"draft","published_at":null,"updated_at":"2026-03-01T08:00:00Z",
                "variants":[{"id":771,"inventory_quantity":3}]}""";
        world.send(Webhook.shopify("products/create", draft));
        assertThat(world.catalogue().find(Shops.demo().id(), "77")).isEmpty();

        String published = draft.replace("draft", "active")
                .replace("null", "\"2026-03-01T12:00:00Z\"")
                .replace("T08:", "T12:");
        world.send(Webhook.shopify("products/update", published));
        assertThat(world.catalogue().newcomers(Shops.demo().id(), Instant.EPOCH, World.NOW, 10))
                .containsExactly(new Newcomer("77", Instant.parse("2026-03-01T12:00:00Z")));

        world.send(Webhook.shopify(
                "products/update", published.replace("active", "archived").replace("T12:", "T13:")));
        assertThat(world.catalogue().find(Shops.demo().id(), "77").map(Product::isSold))
                .contains(false);
    }

    @Test
    void values_that_cannot_be_are_not_known_and_refuse_nothing() {
        Event.OrderCompleted completed = one(Event.OrderCompleted.class, "orders/create", """
                {"id":1,"email":"ada@example.com","created_at":"example string","currency":"example string",
                "total_price":"example string","line_items":[{"product_id":1,"price":"x","quantity":2},{},7],
                "shipping_address":[],"customer":{"id":123},"discount_codes":{}}""");

        assertThat(completed.order().amounts().total()).isEmpty();
        assertThat(completed.order().placedAt()).isEqualTo(World.NOW);
        assertThat(completed.order().lines()).hasSize(1);
    }

    @Test
    void a_test_that_somebody_sent_from_shopifys_pages_starts_nothing() {
        world.send(Webhook.shopify("orders/create", order("paid")).header("x-shopify-test", "true"));

        assertThat(world.events()).allMatch(StoreEvent::isHistory);
    }

    @Test
    void a_large_document_is_kept_without_what_lies_deep_in_it() {
        String longTitle = "x".repeat(200);
        String lines = (LINE.replace("Mug", longTitle) + ",").repeat(150);
        world.send(Webhook.shopify("orders/create", order("paid").replace(LINE, lines + LINE)));

        assertThat(world.happenings().all().getFirst().raw())
                .containsEntry("comeback_cut", true)
                .doesNotContainKey("line_items");
        assertThat(world.happenings().all().getLast().raw()).isEmpty();
    }

    private static String order(String status) {
        return """
            {"id":9007199254740993,"name":"#1001","order_number":1001,"email":"ada@example.com","currency":"USD",
            "created_at":"2026-03-02T08:59:00Z","updated_at":"2026-03-02T08:59:30Z","financial_status":"%s",
            "customer_locale":"tr-TR","checkout_token":"tok","cart_token":"crt","buyer_accepts_marketing":true,
            "total_line_items_price":"36.20","total_discounts":"5.00","total_tax":"2.00","total_price":"38.20",
            "total_shipping_price_set":{"shop_money":{"amount":"5.00","currency_code":"USD"}},
            "discount_codes":[{"code":"TENOFF","amount":"5.00"}],"shipping_address":[],"line_items":[%s],%s,"test":false}""".formatted(status, LINE, PERSON);
    }

    private <E extends Event> E one(Class<E> type, String topic, String json) {
        return type.cast(events(topic, json).getFirst().event());
    }

    private List<StoreEvent> events(String topic, String json) {
        int before = world.events().size();
        var answer = world.send(Webhook.shopify(topic, json));
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
