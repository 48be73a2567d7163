package comeback.bus;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.catalogue.Report;
import comeback.commit.CustomerDecisions;
import comeback.commit.Happenings;
import comeback.commit.OrderBook;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.ingest.reading.Read;
import comeback.ingest.reading.Reading;
import comeback.ingest.shopify.ShopifyDelivery;
import comeback.ingest.shopify.ShopifyReader;
import comeback.json.Fields;
import comeback.store.Store;
import comeback.table.DynamoBoughtTogether;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Called with one event of Shopify's partner bus; {@code ScheduledEvent} is the library's type for every EventBridge event.
 * Only Shopify can put events on that bus, so they are not signed; whose shop it is, its domain says.
 */
public final class BusHandler implements RequestHandler<ScheduledEvent, String> {
    private final Stores stores;
    private final Happenings happenings;
    private final Stocktaking stocktaking;
    private final InstantSource clock;

    /** As Lambda makes it. */
    public BusHandler() {
        this(Surroundings.ofLambda());
    }

    private BusHandler(Surroundings lambda) {
        this(lambda, lambda.decisions());
    }

    private BusHandler(Surroundings lambda, CustomerDecisions decisions) {
        this(
                lambda.stores(),
                new OrderBook(decisions, new DynamoBoughtTogether(lambda.dynamo(), lambda.table())),
                new Stocktaking(lambda.catalogue(), lambda.waves(decisions), InstantSource.system()),
                InstantSource.system());
    }

    public BusHandler(Stores stores, Happenings happenings, Stocktaking stocktaking, InstantSource clock) {
        this.stores = stores;
        this.happenings = happenings;
        this.stocktaking = stocktaking;
        this.clock = clock;
    }

    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        Fields detail = Fields.of(Objects.requireNonNullElse(event.getDetail(), Map.of()));
        Map<String, Object> payload = detail.objectOrEmpty("payload").asMap();
        ShopifyDelivery delivery =
                ShopifyDelivery.of(detail.objectOrEmpty("metadata").asMap(), payload);
        Optional<Store> store = stores.atDomain(delivery.shop());
        String done = store.map(its -> kept(its, delivery, payload)).orElse("the shop of no store");
        context.getLogger().log(LogLine.of("{\"did\":\"bus\",\"done\":\"" + done + "\"}"));
        return done;
    }

    /** What cannot be stored flies: EventBridge's call is repeated, and what was stored is known by its id. */
    private String kept(Store store, ShopifyDelivery delivery, Map<String, Object> payload) {
        Reading.Understood told = ShopifyReader.read(delivery, payload, store, clock.instant());
        for (Report report : told.reports()) {
            stocktaking.told(store, report);
        }
        for (Read read : told.events()) {
            happenings.happened(store, read.event(), read.raw());
        }
        return "kept for " + store.id();
    }
}
