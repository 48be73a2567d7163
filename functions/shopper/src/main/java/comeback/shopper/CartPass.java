package comeback.shopper;

import comeback.customer.Cart;
import comeback.json.Json;
import comeback.json.Tree;
import comeback.store.Brand;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cart as the shop takes it back: {@code base64url(JSON) + "." + base64url(HMAC-SHA256 of that text with the link secret)}. The
 * shop adds to its own cart what is not in it; a version that it has seen already it leaves alone.
 */
final class CartPass {
    private static final int FORMAT = 1;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private CartPass() {}

    /** Where the cart is taken back; nothing of a shop that takes none. */
    static Optional<String> url(Store store, Cart cart, Instant now) {
        return store.brand().cartUrl().map(page -> page.replace(Brand.CART, signed(store, cart, now)));
    }

    private static String signed(Store store, Cart cart, Instant now) {
        List<Map<String, Object>> lines = cart.lines().stream()
                .map(line -> new Tree()
                        .with("product_id", line.productId())
                        .with("variant_id", line.variantId())
                        .with("quantity", line.quantity())
                        .toMap())
                .toList();
        String json = Json.print(new Tree()
                .with("v", FORMAT)
                .with("cart", cart.id())
                .with("version", cart.lastActivityAt().getEpochSecond())
                .with("issued_at", now.toString())
                .with("lines", lines)
                .toMap());
        String text = BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return text + "." + BASE64.encodeToString(signature(store.linkSecret(), text));
    }

    private static byte[] signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("cart|" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
