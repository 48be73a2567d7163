package comeback.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.CachedFlowShelf;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.Timelines;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.http.ApiGateway;
import comeback.table.DynamoFlowShelf;
import comeback.table.DynamoMessages;
import comeback.table.DynamoTimelines;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** The function behind {@code /v1/customers/{id}/timeline} and {@code /v1/customers/{id}/explain}. */
public final class ConsoleHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Questions questions;

    /** As Lambda makes it. */
    public ConsoleHandler() {
        this(Surroundings.ofLambda());
    }

    private ConsoleHandler(Surroundings lambda) {
        this(lambda, FlowFiles.read(lambda.templates()));
    }

    private ConsoleHandler(Surroundings lambda, Flows flows) {
        this(
                lambda.stores(),
                lambda.customers(),
                new DynamoTimelines(lambda.dynamo(), lambda.table()),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new CachedFlowShelf(new DynamoFlowShelf(lambda.dynamo(), lambda.table(), () -> flows)),
                InstantSource.system());
    }

    public ConsoleHandler(
            Stores stores,
            Customers customers,
            Timelines timelines,
            Messages messages,
            FlowShelf flows,
            InstantSource clock) {
        this.questions = new Questions(
                stores, customers, new Telling(timelines, messages), new Explaining(timelines, messages, flows, clock));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        // API Gateway decodes the parameter, and a path with an encoded slash in it is one parameter all the same.
        var parameters = Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of());
        Visit visit = questions.ask(ApiGateway.request(event), parameters.getOrDefault("id", ""));
        context.getLogger().log(visit.logLine());
        return visit.answer().toApiGateway();
    }
}
