package comeback.ingest.webhook;

import comeback.http.Request;
import comeback.store.Platform;
import comeback.store.StoreId;
import java.util.List;
import java.util.Optional;

/**
 * A webhook's address: "/webhooks/shopify", "/webhooks/shopify/demo" or "/webhooks/shopify?store=demo".
 *
 * @param platform which system sends to it
 * @param store which store it names; else the sender's domain says whose it is
 */
public record WebhookTarget(Platform platform, Optional<String> store) {
    public static final List<String> PATHS = List.of("/webhooks/shopify", "/webhooks/woocommerce", "/webhooks/saleor");

    private static final String START = "/webhooks/";

    /** What a request is for, if it is for a webhook. */
    public static Optional<WebhookTarget> at(Request request) {
        if (!request.path().startsWith(START)) {
            return Optional.empty();
        }
        String[] parts = request.path().substring(START.length()).split("/", 3);
        Optional<String> named =
                parts.length > 1 && !parts[1].isEmpty() ? Optional.of(parts[1]) : request.queryParameter("store");
        boolean isOurs = parts.length < 3 || parts[2].isEmpty();
        return Platform.of(parts[0]).filter(platform -> isOurs).map(platform -> new WebhookTarget(platform, named));
    }

    /** The id that the address names; nothing when none could look like that. */
    Optional<StoreId> storeId() {
        try {
            return store.map(StoreId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
