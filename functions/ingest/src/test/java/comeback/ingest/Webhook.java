package comeback.ingest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests of shop systems, signed as they sign. */
final class Webhook {
    static final String SHOPIFY_SECRET = "shpss_one";
    static final String WOO_SECRET = "woo one";
    static final String SALEOR_SECRET = "saleor one";
    static final String SHOP = "pine.myshopify.com";

    private static int deliveries;

    private Webhook() {}

    static Post shopify(String topic, String json) {
        return shopify(topic, "event-" + ++deliveries, json);
    }

    static Post shopify(String topic, String eventId, String json) {
        return Post.to("/webhooks/shopify")
                .header("content-type", "application/json")
                .header("x-shopify-topic", topic)
                .header("x-shopify-shop-domain", SHOP)
                .header("x-shopify-event-id", eventId)
                .header("x-shopify-hmac-sha256", base64(SHOPIFY_SECRET, json))
                .json(json);
    }

    static Post woo(String topic, String json) {
        return Post.to("/webhooks/woocommerce")
                .header("x-wc-webhook-topic", topic)
                .header("x-wc-webhook-source", "https://www.alderandpine.example/")
                .header("x-wc-webhook-signature", base64(WOO_SECRET, json))
                .json(json);
    }

    static Post saleor(String json) {
        return Post.to("/webhooks/saleor/demo")
                .header("saleor-signature", hex(SALEOR_SECRET, json))
                .json(json);
    }

    static String base64(String secret, String body) {
        return Base64.getEncoder().encodeToString(hmac(secret, body));
    }

    static String hex(String secret, String body) {
        return HexFormat.of().formatHex(hmac(secret, body));
    }

    private static byte[] hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
