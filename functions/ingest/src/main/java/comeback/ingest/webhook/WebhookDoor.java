package comeback.ingest.webhook;

import comeback.commit.Domains;
import comeback.commit.Stores;
import comeback.http.Request;
import comeback.ingest.reading.Reading;
import comeback.ingest.saleor.SaleorReader;
import comeback.ingest.shopify.ShopifyDelivery;
import comeback.ingest.shopify.ShopifyReader;
import comeback.ingest.woocommerce.WooReader;
import comeback.store.Platform;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose a webhook is, whether it is genuine, and what it tells. */
public final class WebhookDoor {
    /** WooCommerce asks whether somebody is there: unsigned, and before the webhook is switched on. */
    private static final Pattern PING = Pattern.compile("webhook_id=\\d{1,20}");

    private static final int PING_MAX = 40;

    private WebhookDoor() {}

    /** Whether this is WooCommerce's question whether somebody is there, which tells nothing and must be answered 200. */
    public static boolean isPing(WebhookTarget target, Request request, byte[] body) {
        return target.platform() == Platform.WOOCOMMERCE
                && request.header("x-wc-webhook-topic").isEmpty()
                && body.length <= PING_MAX
                && PING.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches();
    }

    /** The store that this is for, if it is known and the document is signed with its secret. */
    public static Optional<Store> sender(
            WebhookTarget target, Request request, byte[] signed, Stores stores, Instant now) {
        Optional<String> domain = domain(target.platform(), request);
        Optional<Store> store =
                target.store().isPresent() ? target.storeId().flatMap(stores::find) : domain.flatMap(stores::atDomain);
        return store.filter(its -> isItsOwn(target.platform(), its, domain))
                .filter(its -> isSigned(
                        target.platform(), request, signed, its.webhooks().secretsOf(target.platform(), now)));
    }

    /** The events of a genuine document. */
    public static Reading.Understood read(
            WebhookTarget target, Request request, Map<String, Object> document, Store store, Instant receivedAt) {
        return switch (target.platform()) {
            case SHOPIFY ->
                ShopifyReader.read(ShopifyDelivery.of(request.headers(), document), document, store, receivedAt);
            case WOOCOMMERCE -> WooReader.read(topic(request), document, store, receivedAt);
            case SALEOR -> SaleorReader.read(document, store, receivedAt);
        };
    }

    /** What the sender is told whose document we do not take. */
    public static String hint(Platform platform) {
        return "no store has this domain and a webhook secret of " + platform.word()
                + " that signs this document; see \"domains\" and \"webhookSecrets\" in its settings";
    }

    private static String topic(Request request) {
        return request.header("x-wc-webhook-topic")
                .or(() -> request.header("x-wc-webhook-resource")
                        .flatMap(
                                resource -> request.header("x-wc-webhook-event").map(event -> resource + "." + event)))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> domain(Platform platform, Request request) {
        return switch (platform) {
            case SHOPIFY ->
                request.header("x-shopify-shop-domain")
                        .or(() -> request.header("shopify-shop-domain"))
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT));
            case WOOCOMMERCE -> request.header("x-wc-webhook-source").flatMap(Domains::host);
            case SALEOR ->
                request.header("saleor-domain")
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .or(() -> request.header("saleor-api-url").flatMap(Domains::host));
        };
    }

    /** One secret may sign for all shops of an agency's app, so the shop must be this store's even when the address says so. */
    private static boolean isItsOwn(Platform platform, Store store, Optional<String> domain) {
        boolean isAnyones = store.webhooks().domains().isEmpty();
        boolean isUnnamed = domain.isEmpty() && platform != Platform.SHOPIFY;
        return isAnyones
                || isUnnamed
                || domain.filter(its -> Domains.of(store).contains(its)).isPresent();
    }

    private static boolean isSigned(Platform platform, Request request, byte[] signed, List<String> secrets) {
        return switch (platform) {
            case SHOPIFY ->
                request.header("x-shopify-hmac-sha256")
                        .or(() -> request.header("shopify-hmac-sha256"))
                        .map(signature -> Signatures.isHmacBase64(signed, signature, secrets))
                        .orElse(false);
            case WOOCOMMERCE ->
                request.header("x-wc-webhook-signature")
                        .map(signature -> Signatures.isHmacBase64(signed, signature, secrets))
                        .orElse(false);
            case SALEOR ->
                request.header("saleor-signature")
                        .map(signature -> signature.contains(".")
                                ? Signatures.isJws(signed, signature, secrets)
                                : Signatures.isHmacHex(signed, signature, secrets))
                        .orElse(false);
        };
    }
}
