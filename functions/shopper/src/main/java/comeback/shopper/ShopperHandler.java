package comeback.shopper;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.CustomerDecisions;
import comeback.commit.Customers;
import comeback.commit.Stores;
import comeback.http.ApiGateway;
import comeback.table.DynamoCustomers;
import comeback.wiring.Surroundings;
import java.time.InstantSource;

/** The function behind the links in letters: a shopper's choice, made without a login. */
public final class ShopperHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Unsubscribing unsubscribing;

    /** As Lambda makes it. */
    public ShopperHandler() {
        this(Surroundings.ofLambda());
    }

    private ShopperHandler(Surroundings lambda) {
        this(
                lambda.stores(),
                new DynamoCustomers(lambda.dynamo(), lambda.table()),
                lambda.decisions(),
                InstantSource.system());
    }

    public ShopperHandler(Stores stores, Customers customers, CustomerDecisions decisions, InstantSource clock) {
        this.unsubscribing = new Unsubscribing(stores, customers, decisions, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Visit visit = unsubscribing.visit(ApiGateway.request(event));
        context.getLogger().log(visit.logLine());
        return visit.answer().toApiGateway();
    }
}
