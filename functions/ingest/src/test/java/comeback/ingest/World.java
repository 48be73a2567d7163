package comeback.ingest;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.QuietContext;
import comeback.commit.InMemoryTable;
import comeback.commit.Stocktaking;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.importing.ImportPreview;
import java.time.Instant;
import java.util.List;

/** The function with everything around it in memory, at a time that stands still until it is set. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryHappenings happenings = new InMemoryHappenings();
    private final QuietContext context = new QuietContext();
    private Instant now = NOW;
    private final ShakyCatalogue catalogue = new ShakyCatalogue();
    private final InMemoryTable table = new InMemoryTable();
    private final IngestHandler handler = new IngestHandler(
            stores,
            happenings,
            new Stocktaking(catalogue, (store, product) -> {}, () -> now),
            new CouponDesk(table.coupons(), table.ports().customers(), () -> now),
            new ImportPreview(table.ports().customers(), () -> new Flows(List.of()), () -> now),
            () -> now);

    World() {
        stores.save(Shops.demo());
        stores.save(Shops.other());
    }

    APIGatewayV2HTTPResponse send(Post post) {
        return handler.handleRequest(post.event(), context);
    }

    /** Posts with the shop's secret key. */
    APIGatewayV2HTTPResponse post(String path, String json) {
        return send(Post.to(path).key(Shops.SECRET_KEY).json(json));
    }

    /** The one event that is kept after this. */
    StoreEvent track(String json) {
        post("/v1/track", json);
        return only();
    }

    StoreEvent only() {
        if (events().size() != 1) {
            throw new AssertionError(events().size() + " events were kept; " + context.lines());
        }
        return events().getFirst();
    }

    List<StoreEvent> events() {
        return happenings.all().stream().map(InMemoryHappenings.Kept::event).toList();
    }

    InMemoryHappenings happenings() {
        return happenings;
    }

    ShakyCatalogue catalogue() {
        return catalogue;
    }

    List<String> log() {
        return context.lines();
    }

    InMemoryTable table() {
        return table;
    }

    InMemoryStores stores() {
        return stores;
    }

    void hasTimeFor(int events) {
        context.letTimeRunOutAfter(events);
    }

    void setNow(Instant at) {
        now = at;
    }
}
