package comeback.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import comeback.http.Credentials;
import comeback.http.Request;
import comeback.ingest.webhook.Signatures;
import comeback.link.StockRequestToken;
import comeback.link.UnsubscribeToken;
import comeback.store.StoreId;
import comeback.storefile.Kept;
import comeback.storefile.StoreFiles;
import comeback.storefile.StoresFileInvalid;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every reader of what strangers write, with input that follows what the code does with it. A build plays the inputs that
 * are kept beside this test; {@code .ci/run fuzz} looks for new ones, and keeps what it finds. Nothing may be an accident of
 * ours, and nothing of a few kilobytes may take much memory.
 */
class ReadersFuzzTest {
    /** What is unpacked is half a megabyte at most, and is held in a few forms at once. */
    private static final long ALLOCATED_MAX = 64L << 20;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The first byte of an input chooses; "A" is the first of them. */
    private static final List<String> PATHS = List.of(
            "/v1/track",
            "/v1/batch",
            "/batch/",
            "/api/events",
            "/api/profile-import",
            "/api/profile-subscription-bulk-create-jobs",
            "/v1/cloudevents",
            "/v1/products",
            "/v1/coupons/pools",
            "/v1/identify",
            "/v1/stock",
            "/api/event-bulk-create-jobs",
            "/api/back-in-stock-subscriptions",
            "/capture/",
            "/api/s/track",
            "/v1/coupons/AAAA-BBBB-CCCC/redeem");

    private static final List<String> SHOPIFY = List.of(
            "orders/create",
            "orders/cancelled",
            "checkouts/create",
            "carts/update",
            "customers/create",
            "fulfillments/update",
            "refunds/create",
            "products/update",
            "inventory_levels/update",
            "customers/redact",
            "returns/decline");

    private static final List<String> WOO =
            List.of("order.created", "customer.updated", "product.updated", "product.deleted");

    @FuzzTest(maxDuration = "30s")
    void storefronts(byte[] input) {
        String path = PATHS.get(choice(input, PATHS.size()));
        String method = path.equals("/v1/products") || path.equals("/v1/stock") ? "PUT" : "POST";
        answered(Post.with(method, path).key(Shops.SECRET_KEY).base64(rest(input)));
        answered(Post.with(method, path).key(Shops.PUBLIC_KEY).base64(rest(input)));
    }

    @FuzzTest(maxDuration = "30s")
    void webhooks(byte[] input) {
        String body = new String(rest(input), StandardCharsets.UTF_8);
        int choice = choice(input, SHOPIFY.size() + WOO.size() + 1);
        if (choice < SHOPIFY.size()) {
            answered(Webhook.shopify(SHOPIFY.get(choice), body));
        } else if (choice < SHOPIFY.size() + WOO.size()) {
            answered(Webhook.woo(WOO.get(choice - SHOPIFY.size()), body));
        } else {
            answered(Webhook.saleor(body));
        }
    }

    @FuzzTest(maxDuration = "30s")
    void settings(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        bounded(() -> {
            try {
                var kept = new Kept("0123456789012345678901234567890123456789", Map.of());
                StoreFiles.settings("body", text, new StoreId("fern"), kept);
            } catch (StoresFileInvalid e) {
                assertThat(e.problems()).isNotEmpty();
            }
        });
    }

    @FuzzTest(maxDuration = "30s")
    void tokens(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        bounded(() -> {
            UnsubscribeToken.read(text);
            StockRequestToken.read(text);
            Signatures.isJws(input, text, List.of(text));
            Signatures.isHmacHex(input, text, List.of("secret"));
            Signatures.isHmacBase64(input, text, List.of("secret"));
            var request = new Request("GET", "/", Map.of("authorization", text), Map.of(), Optional.empty());
            Credentials.basicUser(request);
            Credentials.bearer(request);
        });
    }

    private static void answered(Post post) {
        bounded(() -> {
            var world = new World();
            assertThat(world.send(post).getStatusCode())
                    .as(world.log().toString())
                    .isLessThan(500);
        });
    }

    /** Read twice when it takes much: the first time a class is needed, the fuzzer rewrites it, which is not our memory. */
    private static void bounded(Runnable reading) {
        if (allocated(reading) >= ALLOCATED_MAX) {
            assertThat(allocated(reading)).isLessThan(ALLOCATED_MAX);
        }
    }

    private static long allocated(Runnable reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reading.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static int choice(byte[] input, int of) {
        return input.length == 0 ? 0 : Math.floorMod(input[0] - 'A', of);
    }

    private static byte[] rest(byte[] input) {
        return input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
    }
}
