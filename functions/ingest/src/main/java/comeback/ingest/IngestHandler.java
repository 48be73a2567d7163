package comeback.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.Happenings;
import comeback.commit.Stores;
import comeback.http.ApiGateway;
import comeback.wiring.Surroundings;
import java.time.InstantSource;

/** The function behind the HTTP API: what storefronts post about their shoppers. */
public final class IngestHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Door door;

    /** As Lambda makes it. */
    public IngestHandler() {
        this(Surroundings.ofLambda());
    }

    private IngestHandler(Surroundings lambda) {
        this(lambda.stores(), lambda.decisions(), InstantSource.system());
    }

    public IngestHandler(Stores stores, Happenings happenings, InstantSource clock) {
        this.door = new Door(stores, happenings, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Visit visit = door.visit(ApiGateway.request(event));
        context.getLogger().log(visit.logLine());
        return visit.answer().toApiGateway();
    }
}
