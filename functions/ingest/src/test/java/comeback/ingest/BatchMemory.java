package comeback.ingest;

import comeback.QuietContext;
import comeback.commit.InMemoryCoupons;
import comeback.commit.InMemoryTable;
import comeback.commit.Stocktaking;
import comeback.flow.Flows;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.importing.ImportPreview;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * A process that takes the largest batches one after the other, and keeps nothing of them: {@link BatchMemoryTest} gives it
 * little memory.
 */
final class BatchMemory {
    private static final int TIMES = 2;
    private static final int BYTES_MAX = 500 * 1024;

    /** The wickedest use of half a megabyte: values that take many times more room than their text. */
    private static final List<String> FILLINGS =
            List.of("{},", "[],", "0,", "\"\",", "12345678901234567890.5,", "{\"a\":[{}]},", "\"\\ud83d\",");

    private static final int PRODUCTS_BYTES = 30_000;

    private BatchMemory() {}

    public static void main(String[] arguments) {
        var stores = new InMemoryStores();
        stores.save(Shops.demo());
        var handler = new IngestHandler(
                stores,
                (_, _, _) -> {},
                new Stocktaking(new ShakyCatalogue(), (_, _) -> {}, InstantSource.fixed(World.NOW)),
                new CouponDesk(
                        new InMemoryCoupons(), new InMemoryTable().ports().customers(), InstantSource.fixed(World.NOW)),
                new ImportPreview(
                        new InMemoryTable().ports().customers(),
                        () -> new Flows(List.of()),
                        InstantSource.fixed(World.NOW)),
                InstantSource.fixed(World.NOW));
        var context = new QuietContext();
        for (int time = 0; time < TIMES; time++) {
            taken(handler.handleRequest(post(events()).event(), context).getStatusCode(), 200);
            for (String filling : FILLINGS) {
                taken(
                        handler.handleRequest(post(filled(filling)).event(), context)
                                .getStatusCode(),
                        400);
                taken(
                        handler.handleRequest(post(filled(cart(filling))).event(), context)
                                .getStatusCode(),
                        400);
            }
        }
    }

    /** As many small events as half a megabyte holds. */
    private static String events() {
        return filled(
                "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Product Added\",\"properties\":{\"product_id\":\"p\","
                        + "\"name\":\"" + "n".repeat(120) + "\"}},");
    }

    private static String cart(String filling) {
        return "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Cart Updated\",\"properties\":{\"products\":["
                + filling.repeat(PRODUCTS_BYTES / filling.length())
                + "0]}},";
    }

    private static String filled(String item) {
        String head = "{\"batch\":[";
        int count = (BYTES_MAX - head.length() - 2) / item.getBytes(StandardCharsets.UTF_8).length;
        String items = item.repeat(count);
        return head + items.substring(0, items.length() - 1) + "]}";
    }

    private static Post post(String body) {
        return Post.to("/v1/batch").key(Shops.SECRET_KEY).gzip(body);
    }

    private static void taken(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("answered with " + status + " instead of " + expected);
        }
    }
}
