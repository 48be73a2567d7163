package comeback.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.CustomerDecisions;
import comeback.commit.Happenings;
import comeback.commit.OrderBook;
import comeback.commit.StockRequests;
import comeback.commit.Stocktaking;
import comeback.commit.Stores;
import comeback.commit.WaveWork;
import comeback.http.ApiGateway;
import comeback.http.Request;
import comeback.ingest.coupons.CouponDesk;
import comeback.ingest.importing.ImportPreview;
import comeback.table.DynamoBoughtTogether;
import comeback.table.DynamoCoupons;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** The function behind the HTTP API: what storefronts post about their shoppers and their goods. */
public final class IngestHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** An event takes a few calls; with less time left the sender is told to come again while we still can tell. */
    static final Duration TIME_NEEDED = Surroundings.CALL_WITHIN.multipliedBy(2);

    private final Door door;
    private final ProductDesk products;
    private final WebhookDesk webhooks;
    private final StaffDoor staff;
    private final ImportDesk imports;

    /** As Lambda makes it. */
    public IngestHandler() {
        this(Surroundings.ofLambda(Rehearsal::play));
    }

    IngestHandler(Surroundings lambda) {
        this(lambda, lambda.decisions());
    }

    private IngestHandler(Surroundings lambda, CustomerDecisions decisions) {
        this(lambda, decisions, lambda.waves(decisions));
    }

    private IngestHandler(Surroundings lambda, CustomerDecisions decisions, WaveWork waves) {
        this(
                lambda.stores(),
                new OrderBook(
                        new StockRequests(
                                decisions, lambda.catalogue(), lambda.waitingList(), waves, InstantSource.system()),
                        new DynamoBoughtTogether(lambda.dynamo(), lambda.table())),
                new Stocktaking(lambda.catalogue(), waves, InstantSource.system()),
                new CouponDesk(
                        new DynamoCoupons(lambda.dynamo(), lambda.table()), lambda.customers(), InstantSource.system()),
                new ImportPreview(lambda.customers(), lambda.flows(), InstantSource.system()),
                InstantSource.system());
    }

    public IngestHandler(
            Stores stores,
            Happenings happenings,
            Stocktaking stocktaking,
            CouponDesk coupons,
            ImportPreview preview,
            InstantSource clock) {
        this.door = new Door(stores, happenings, stocktaking, clock);
        this.products = new ProductDesk(stores, stocktaking, clock);
        this.webhooks = new WebhookDesk(stores, happenings, stocktaking, clock);
        this.staff = new StaffDoor(stores, coupons, new ErasureDesk(happenings));
        this.imports = new ImportDesk(stores, happenings, preview, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Visit visit =
                visit(ApiGateway.request(event), () -> context.getRemainingTimeInMillis() > TIME_NEEDED.toMillis());
        context.getLogger().log(LogLine.of(visit.logLine()));
        return visit.answer().toApiGateway();
    }

    private Visit visit(Request request, BooleanSupplier hasTime) {
        if (WebhookDesk.isFor(request)) {
            return webhooks.visit(request);
        }
        if (ProductDesk.isFor(request)) {
            return products.visit(request);
        }
        if (ImportDesk.isFor(request)) {
            return imports.visit(request, hasTime);
        }
        return staff.isFor(request)
                ? staff.visit(request)
                : door.within(hasTime).visit(request);
    }
}
