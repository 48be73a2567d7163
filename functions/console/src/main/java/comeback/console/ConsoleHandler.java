package comeback.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.CachedFlowShelf;
import comeback.commit.ConsentLedger;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.commit.Messages;
import comeback.commit.Stores;
import comeback.commit.Timelines;
import comeback.console.stores.StoreDesk;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.http.ApiGateway;
import comeback.http.Request;
import comeback.store.AdminKey;
import comeback.table.DynamoConsentLedger;
import comeback.table.DynamoFlowShelf;
import comeback.table.DynamoMessages;
import comeback.table.DynamoStores;
import comeback.table.DynamoTimelines;
import comeback.wiring.Surroundings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The function behind {@code /v1/customers/{id}/timeline}, {@code …/explain}, {@code …/consent}, and {@code /v1/stores/{id}}. */
public final class ConsoleHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Questions questions;
    private final StoreDesk stores;

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
                new DynamoConsentLedger(lambda.dynamo(), lambda.table()),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new CachedFlowShelf(new DynamoFlowShelf(lambda.dynamo(), lambda.table(), () -> flows)),
                new StoreDesk(
                        AdminKey.of(lambda.environment().getOrDefault("ADMIN_KEY_HASHES", "")),
                        new DynamoStores(lambda.dynamo(), lambda.table()),
                        () -> UUID.randomUUID().toString(),
                        InstantSource.system()),
                InstantSource.system());
    }

    public ConsoleHandler(
            Stores stores,
            Customers customers,
            Timelines timelines,
            ConsentLedger ledger,
            Messages messages,
            FlowShelf flows,
            StoreDesk desk,
            InstantSource clock) {
        this.questions = new Questions(
                stores,
                customers,
                new Telling(timelines, messages),
                new Explaining(timelines, messages, flows, clock),
                ledger);
        this.stores = desk;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        // API Gateway decodes the parameter, and a path with an encoded slash in it is one parameter all the same.
        var parameters = Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of());
        Request request = ApiGateway.request(event);
        Visit visit = StoreDesk.isFor(request)
                ? Visit.ofDesk(stores.answer(request), StoreDesk.store(request))
                : questions.ask(request, parameters.getOrDefault("id", ""));
        context.getLogger().log(visit.logLine());
        return visit.answer().toApiGateway();
    }
}
