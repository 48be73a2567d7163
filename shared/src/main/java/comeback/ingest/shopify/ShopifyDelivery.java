package comeback.ingest.shopify;

import comeback.customer.Fingerprint;
import comeback.json.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands around a document that Shopify sends: in headers over HTTP, in the metadata over EventBridge.
 *
 * @param topic "orders/create"
 * @param shop the shop's own domain at Shopify, in lower case: "fjord-and-pine.myshopify.com"
 * @param id of this change of this thing: topics share event ids, so the topic is part of it
 * @param isTest whether it is a test that a person sent from Shopify's pages: to be kept, and to start nothing
 */
public record ShopifyDelivery(String topic, String shop, String id, boolean isTest) {
    /**
     * Reads it.
     *
     * @param around headers or metadata, whatever their case; with "X-" in front or, as newer versions write, without
     * @param document what came; a delivery that has no id at all is named by it
     */
    public static ShopifyDelivery of(Map<String, ?> around, Map<String, Object> document) {
        var plain = new TreeMap<String, String>();
        around.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            plain.putIfAbsent(lower.startsWith("x-") ? lower.substring(2) : lower, String.valueOf(value));
        });
        String topic = at(plain, "shopify-topic").orElse("").toLowerCase(Locale.ROOT);
        String shop = at(plain, "shopify-shop-domain").orElse("").toLowerCase(Locale.ROOT);
        String id = at(plain, "shopify-event-id")
                .or(() -> at(plain, "shopify-webhook-id"))
                .orElseGet(() -> Json.print(document));
        return new ShopifyDelivery(
                topic,
                shop,
                Fingerprint.of("shopify", shop, topic, id),
                at(plain, "shopify-test").filter("true"::equalsIgnoreCase).isPresent());
    }

    private static Optional<String> at(Map<String, String> around, String name) {
        return Optional.ofNullable(around.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
