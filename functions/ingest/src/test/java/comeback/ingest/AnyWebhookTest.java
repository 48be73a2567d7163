package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Product;
import comeback.event.Event;
import comeback.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a shop system signs is taken; nothing that it sends is an accident of ours. */
class AnyWebhookTest {
    private static final int RUNS = 1_500;

    /** All that matter for mail. */
    private static final List<String> SHOPIFY = List.of(
            "carts/create",
            "carts/update",
            "checkouts/create",
            "checkouts/delete",
            "checkouts/update",
            "customers/create",
            "customers/data_request",
            "customers/delete",
            "customers/disable",
            "customers/enable",
            "customers/merge",
            "customers/redact",
            "customers/update",
            "customers_email_marketing_consent/update",
            "fulfillment_events/create",
            "fulfillments/create",
            "fulfillments/update",
            "inventory_levels/update",
            "orders/cancelled",
            "orders/create",
            "orders/fulfilled",
            "orders/paid",
            "orders/partially_fulfilled",
            "orders/updated",
            "products/create",
            "products/delete",
            "products/update",
            "refunds/create",
            "returns/approve",
            "returns/cancel",
            "returns/close",
            "returns/decline",
            "returns/process",
            "returns/request",
            "variants/in_stock",
            "variants/out_of_stock");

    /** All of WooCommerce's own that carry what they are about. */
    private static final List<String> WOO = List.of(
            "customer.created",
            "customer.deleted",
            "customer.updated",
            "order.created",
            "order.deleted",
            "order.restored",
            "order.updated",
            "product.created",
            "product.deleted",
            "product.restored",
            "product.updated");

    /** What there is beside, of which nothing follows. */
    static final List<String> OTHERS = List.of(
            "shop/redact",
            "shop/update",
            "app/uninstalled",
            "themes/publish",
            "coupon.created",
            "coupon.updated",
            "coupon.deleted",
            "coupon.restored",
            "action.woocommerce_add_to_cart");

    private static final List<String> SALEOR = List.of(
            "order_confirmation",
            "order_canceled",
            "order_refund_confirmation",
            "order_fulfillment_confirmation",
            "account_confirmation",
            "account_password_reset");

    private static final String LINE = """
            {"id":1,"product_id":2,"variant_id":3,"variation_id":3,"title":"Mug","name":"Mug","price":"1.50","subtotal":"1.50",\
            "subtotal_tax":"0.10","quantity":2,"sku":"s","image":{"src":"/i.jpg"},"meta_data":[{"key":"c","display_value":"Sand"}],\
            "product":{"id":"p"},"product_name":"Mug","product_variant_id":"v","unit_price_gross_amount":1.5}""";

    private static final String DOCUMENT = """
            {"id":5005,"order_id":5005,"number":"1","name":"#1001","order_number":1001,"token":"t","cart_token":"c",\
            "checkout_token":"k","email":"a@b.example","email_address":"a@b.example","currency":"KWD","customer_id":7,\
            "created_at":"2026-03-02T08:00:00Z","updated_at":"2026-03-02T08:00:00Z","cancelled_at":null,"completed_at":null,\
            "date_created_gmt":"2026-03-02T08:00:00","date_modified_gmt":"2026-03-02T08:30:00","date_paid_gmt":null,\
            "financial_status":"paid","status":"completed","shipment_status":"in_transit","buyer_accepts_marketing":true,\
            "total_line_items_price":"3.00","total_price":"3.00","total":"3.00","total_tax":"0.1","discount_total":"0.1",\
            "discount_tax":"0.1","shipping_total":"1","shipping_tax":"0.1","total_tip_received":"1","prices_include_tax":true,\
            "total_shipping_price_set":{"shop_money":{"amount":"1"}},"abandoned_checkout_url":"/c","order_status_url":"/o",\
            "customer":{"id":7,"email":"a@b.example","first_name":"A","email_marketing_consent":{"state":"subscribed"}},\
            "billing":{"email":"a@b.example","first_name":"A"},"shipping":{"city":"B"},"shipping_address":{"city":"B"},\
            "email_marketing_consent":{"state":"subscribed","consent_updated_at":"2026-03-02T08:00:00Z"},"state":"enabled",\
            "admin_graphql_api_customer_kept_id":"gid://shopify/Customer/1",\
            "admin_graphql_api_customer_deleted_id":"gid://shopify/Customer/2","order":{"id":5005},"decline":{"note":"n"},\
            "line_items":[%1$s],"fulfillments":[{"id":1,"status":"success","tracking_number":"x","line_items":[%1$s]}],\
            "refund_line_items":[{"quantity":1,"line_item":%1$s}],"return_line_items":[{"quantity":1,"line_item":%1$s}],\
            "transactions":[{"kind":"refund","status":"success","amount":"1","currency":"KWD"}],"discount_codes":[{"code":"X"}],\
            "tracking_company":"UPS","tracking_numbers":["1"],"tracking_url":"/t","happened_at":"2026-03-02T08:00:00Z",\
            "shipping_lines":[{"id":1}],"coupon_lines":[{"code":"x"}],"fee_lines":[{"total":"1"}],"refunds":[{"id":1,"total":"-1"}],\
            "meta_data":[{"key":"_wc_shipment_tracking_items","value":[{"tracking_number":"1"}]}],"payment_url":"/p",\
            "handle":"mug","title":"Mug","product_type":"Mugs","image":{"src":"/i.jpg"},"images":[{"id":1,"src":"/i.jpg"}],\
            "variants":[{"id":3,"sku":"s","title":"Sand","price":"1","inventory_quantity":1,"image_id":1,"inventory_item_id":9}],\
            "inventory_item_id":9,"available":3,"inventory_quantity":2,"stock_status":"instock","stock_quantity":3,"type":"simple"}""".formatted(LINE);

    /** The document with the status that this topic's have: the word means another thing in each. */
    private static String document(String topic) {
        String status = switch (topic) {
            case "customers/merge" -> "completed";
            case "fulfillment_events/create" -> "in_transit";
            default -> "active";
        };
        return DOCUMENT.replace("\"status\":\"completed\"", "\"status\":\"" + status + "\"");
    }

    private static final String NOTIFICATION = """
            {"notify_event":"%s","payload":{"recipient_email":"a@b.example","user":{"id":"u","email":"a@b.example"},\
            "amount":1.5,"currency":"USD","fulfillment":{"id":"f","tracking_number":"1","is_tracking_number_url":false},\
            "physical_lines":[{"quantity":1,"order_line":%2$s}],"reset_url":"/r","token":"secret",\
            "order":{"id":"o","number":"1","currency":"USD","created":"2026-03-02T08:00:00Z","status":"UNFULFILLED",\
            "lines":[%2$s],"total_gross_amount":3,"subtotal_gross_amount":3,"email":"a@b.example","language_code":"tr",\
            "shipping_address":{"city":"B","phone":"1"},"order_details_url":"/o"}}}""";

    @ParameterizedTest
    @FieldSource({"SHOPIFY", "WOO"})
    void every_topic_that_matters_is_understood(String topic) {
        var world = new World();
        String document = document(topic);
        Post post = WOO.contains(topic) ? Webhook.woo(topic, document) : Webhook.shopify(topic, document);
        // Whose variant it is must be known first, as in a shop, where it had another price.
        world.send(Webhook.shopify(
                "products/create",
                document("products/create")
                        .replace("\"price\":\"1\"", "\"price\":\"2\"")
                        .replace("T08:00", "T07:00")));
        String before = goods(world);

        assertThat(world.send(post).getStatusCode()).isEqualTo(200);

        boolean isOfSomebody =
                world.events().stream().anyMatch(event -> !(event.event() instanceof Event.Unrecognised));
        assertThat(isOfSomebody || !goods(world).equals(before))
                .as("it told of a person, an order or of goods")
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void every_other_topic_is_taken_and_nothing_follows_from_it(String topic) {
        var world = new World();
        for (Post post : List.of(Webhook.woo(topic, DOCUMENT), Webhook.shopify(topic, DOCUMENT))) {
            assertThat(world.send(post).getStatusCode()).isEqualTo(200);
        }

        assertThat(world.events()).allMatch(event -> event.event() instanceof Event.Unrecognised);
        assertThat(goods(world)).isEmpty();
    }

    /** All that is known of the one product. */
    private static String goods(World world) {
        return world.catalogue()
                .find(Shops.demo().id(), "5005")
                .map(Product::toString)
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_document_with_strange_values_is_taken(long seed) {
        var random = new Random(seed);
        var world = new World();
        for (int run = 0; run < RUNS; run++) {
            int system = random.nextInt(3);
            String topic = one(List.of(SHOPIFY, WOO, SALEOR).get(system), random);
            String whole = system == 2 ? NOTIFICATION.formatted(topic, LINE) : DOCUMENT;
            Object changed = Json.parseOwn(whole);
            for (int i = random.nextInt(4); i > 0; i--) {
                changed = AnyInputTest.changed(changed, random);
            }
            String body = Json.print(changed instanceof Map<?, ?> ? changed : Json.parseOwn(whole));
            Post post = List.of(Webhook.shopify(topic, body), Webhook.woo(topic, body), Webhook.saleor(body))
                    .get(system);

            var answer = world.send(post);

            assertThat(answer.getStatusCode())
                    .as(topic + " " + body + world.log().getLast())
                    .isEqualTo(200);
        }
        assertThat(world.events()).isNotEmpty();
    }

    @Test
    void a_document_that_breaks_off_anywhere_is_refused_and_nothing_of_it_is_kept() {
        var world = new World();
        for (int length = 0; length < DOCUMENT.length(); length += 7) {
            assertThat(world.send(Webhook.shopify("orders/create", DOCUMENT.substring(0, length)))
                            .getStatusCode())
                    .isEqualTo(400);
        }
        assertThat(world.events()).isEmpty();
    }

    @Test
    void what_is_too_large_too_deep_or_a_bomb_is_refused_whoever_signed_it() {
        var world = new World();
        String large = "{\"note\":\"" + "x".repeat(600_000) + "\"}";
        String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);

        assertThat(world.send(Webhook.shopify("orders/create", large)).getStatusCode())
                .isEqualTo(400);
        assertThat(world.send(Webhook.woo("order.created", deep)).getStatusCode())
                .isEqualTo(400);
        assertThat(world.send(Webhook.shopify("orders/create", "{}").gzip(" ".repeat(50_000_000)))
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void no_link_that_opens_an_account_is_kept() {
        var world = new World();
        world.send(Webhook.saleor(NOTIFICATION.formatted("order_confirmation", LINE)));

        assertThat(world.happenings().all())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept.raw() + "" + kept.event())
                        .doesNotContain("reset_url")
                        .doesNotContain("secret"));
    }

    private static String one(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
