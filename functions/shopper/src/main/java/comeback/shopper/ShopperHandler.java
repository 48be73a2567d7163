package comeback.shopper;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Engagements;
import comeback.commit.Orders;
import comeback.commit.Receipts;
import comeback.commit.StockRequests;
import comeback.commit.Stores;
import comeback.commit.Timelines;
import comeback.http.ApiGateway;
import comeback.http.Request;
import comeback.table.DynamoCustomers;
import comeback.table.DynamoEngagements;
import comeback.table.DynamoOrders;
import comeback.table.DynamoReceipts;
import comeback.table.DynamoTimelines;
import comeback.wiring.LogLine;
import comeback.wiring.Surroundings;
import java.time.InstantSource;

/** The function behind the links in letters: a shopper's choice, made without a login. */
public final class ShopperHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Unsubscribing unsubscribing;
    private final Confirming confirming;
    private final Agreeing agreeing;
    private final Restoring restoring;
    private final Rating rating;
    private final Surveying surveying;
    private final Viewing viewing;
    private final Choosing choosing;

    /** As Lambda makes it. */
    public ShopperHandler() {
        this(Surroundings.ofLambda());
    }

    private ShopperHandler(Surroundings lambda) {
        this(lambda, lambda.decisions());
    }

    private ShopperHandler(Surroundings lambda, CustomerDecisions decisions) {
        this(
                lambda.stores(),
                new DynamoCustomers(lambda.dynamo(), lambda.table()),
                decisions,
                lambda.stockRequests(decisions),
                new DynamoOrders(lambda.dynamo(), lambda.table()),
                new DynamoReceipts(lambda.dynamo(), lambda.table()),
                new DynamoTimelines(lambda.dynamo(), lambda.table()),
                new DynamoEngagements(lambda.dynamo(), lambda.table()),
                InstantSource.system());
    }

    public ShopperHandler(
            Stores stores,
            Customers customers,
            CustomerDecisions decisions,
            StockRequests requests,
            Orders orders,
            Receipts receipts,
            Timelines timelines,
            Engagements engagements,
            InstantSource clock) {
        this.unsubscribing = new Unsubscribing(stores, customers, decisions, engagements, clock);
        this.confirming = new Confirming(stores, customers, requests, clock);
        this.agreeing = new Agreeing(stores, customers, decisions, clock);
        this.restoring = new Restoring(stores, customers, clock);
        this.rating = new Rating(stores, customers, orders, decisions, clock);
        this.surveying = new Surveying(stores, customers, decisions, engagements, clock);
        this.viewing = new Viewing(stores, customers, orders, receipts, clock);
        this.choosing = new Choosing(stores, customers, decisions, timelines, engagements, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = ApiGateway.request(event);
        Visit visit = visit(request);
        context.getLogger().log(LogLine.of(visit.logLine()));
        return visit.answer().toApiGateway();
    }

    private Visit visit(Request request) {
        if (Choosing.isFor(request)) {
            return choosing.visit(request);
        }
        if (Viewing.isFor(request)) {
            return viewing.visit(request);
        }
        if (Rating.isFor(request)) {
            return rating.visit(request);
        }
        if (Surveying.isFor(request)) {
            return surveying.visit(request);
        }
        if (Restoring.isFor(request)) {
            return restoring.visit(request);
        }
        if (Agreeing.isFor(request)) {
            return agreeing.visit(request);
        }
        return Confirming.isFor(request) ? confirming.visit(request) : unsubscribing.visit(request);
    }
}
