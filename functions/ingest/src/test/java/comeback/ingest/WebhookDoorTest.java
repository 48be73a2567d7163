package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what they are told. */
class WebhookDoorTest {
    private static final String ORDER = "{\"id\":5005,\"email\":\"ada@example.com\",\"order_number\":1}";

    private final World world = new World();

    @Test
    void a_signed_document_of_our_shop_is_kept() {
        assertThat(status(Webhook.shopify("orders/create", ORDER))).isEqualTo(200);
        assertThat(world.events()).isNotEmpty();
    }

    @Test
    void both_secrets_count_while_one_replaces_the_other() {
        assertThat(status(Webhook.shopify("orders/create", ORDER)
                        .header("x-shopify-hmac-sha256", Webhook.base64("shpss_two", ORDER))))
                .isEqualTo(200);
    }

    @Test
    void another_shop_of_the_same_app_is_another_store_and_a_shop_of_nobody_is_turned_away() {
        world.send(Webhook.shopify("orders/create", ORDER).header("x-shopify-shop-domain", "oak.myshopify.com"));
        assertThat(world.happenings().all())
                .allMatch(kept -> kept.store().id().value().equals("other"));

        assertThat(status(Webhook.shopify("orders/create", ORDER)
                        .header("x-shopify-shop-domain", "elsewhere.myshopify.com")))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/shopify/other", "/webhooks/shopify/nobody", "/webhooks/shopify/NO BODY"})
    void the_address_cannot_make_a_shops_document_another_stores(String path) {
        String signature = Webhook.base64(Webhook.SHOPIFY_SECRET, ORDER);
        var answer = world.send(Post.to(path)
                .header("x-shopify-topic", "orders/create")
                .header("x-shopify-shop-domain", Webhook.SHOP)
                .header("x-shopify-hmac-sha256", signature)
                .json(ORDER));

        assertThat(answer.getStatusCode()).isEqualTo(401);
        assertThat(world.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64 at all", "shpss_one"})
    void a_wrong_signature_lets_nobody_in(String signature) {
        assertThat(status(Webhook.shopify("orders/create", ORDER).header("x-shopify-hmac-sha256", signature)))
                .isEqualTo(401);
        assertThat(status(Webhook.woo("order.created", ORDER).header("x-wc-webhook-signature", signature)))
                .isEqualTo(401);
        assertThat(status(Webhook.saleor(ORDER).header("saleor-signature", signature)))
                .isEqualTo(401);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void a_signature_is_of_one_body_and_of_one_system() {
        assertThat(status(Webhook.shopify("orders/create", ORDER).json(ORDER + " ")))
                .isEqualTo(401);
        assertThat(status(Webhook.woo("order.created", ORDER)
                        .header("x-wc-webhook-signature", Webhook.base64(Webhook.SHOPIFY_SECRET, ORDER))))
                .isEqualTo(401);
    }

    @Test
    void a_write_key_is_no_signature() {
        assertThat(status(Post.to("/webhooks/shopify")
                        .key(Shops.SECRET_KEY)
                        .header("x-shopify-topic", "orders/create")
                        .header("x-shopify-shop-domain", Webhook.SHOP)
                        .json(ORDER)))
                .isEqualTo(401);
    }

    @Test
    void woocommerce_asks_whether_somebody_is_there_and_hears_200() {
        assertThat(status(Post.to("/webhooks/woocommerce")
                        .header("content-type", "application/x-www-form-urlencoded")
                        .json("webhook_id=4")))
                .isEqualTo(200);
        assertThat(status(Post.to("/webhooks/woocommerce").json("webhook_id=4&order=5")))
                .isEqualTo(401);
        assertThat(world.events()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_asked_for_again_and_a_stranger_is_not_what_a_silent_table_makes() {
        world.stores().goDown();

        assertThat(status(Webhook.shopify("orders/create", ORDER))).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"GET,405", "PUT,405", "POST,401"})
    void only_posts_are_documents(String method, int status) {
        assertThat(world.send(Post.with(method, "/webhooks/saleor").json("{}")).getStatusCode())
                .isEqualTo(status);
    }

    @Test
    void what_is_signed_and_no_document_is_named_as_such() {
        var answer = world.send(Webhook.shopify("orders/create", "[1,2"));

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("body:");
    }

    @Test
    void nothing_that_a_sender_wrote_is_logged() {
        world.send(Webhook.shopify("orders/create", ORDER));
        world.send(Webhook.shopify("ada@example.com/create", ORDER));

        assertThat(String.join("", world.log())).doesNotContain("ada@").doesNotContain("5005");
    }

    private int status(Post post) {
        return world.send(post).getStatusCode();
    }
}
