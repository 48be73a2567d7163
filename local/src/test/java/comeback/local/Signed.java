package comeback.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the demo store, its shop systems and its deployment's owner put beside a request, so that they are let in. */
public final class Signed {
    private Signed() {}

    /**
     * The headers that one of the document's security schemes wants.
     *
     * @param scheme as openapi.yaml calls it
     */
    public static Map<String, String> headers(String scheme, String body) {
        return switch (scheme) {
            case "none" -> Map.of();
            case "admin" -> basic(FunctionsWiring.ADMIN_KEY);
            case "shopify" -> Map.of("X-Shopify-Hmac-Sha256", base64("demo-shopify-secret", body));
            case "woocommerce" -> Map.of("X-WC-Webhook-Signature", base64("demo-woocommerce-secret", body));
            case "saleor" -> Map.of("Saleor-Signature", hex("demo-saleor-secret", body));
            default -> basic("sk_demo");
        };
    }

    public static Map<String, String> basic(String key) {
        byte[] pair = (key + ":").getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static String base64(String secret, String body) {
        return Base64.getEncoder().encodeToString(hmac(secret, body));
    }

    public static String hex(String secret, String body) {
        return HexFormat.of().formatHex(hmac(secret, body));
    }

    private static byte[] hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
