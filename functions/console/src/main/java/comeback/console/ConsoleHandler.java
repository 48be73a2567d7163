package comeback.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.commit.AuditTrail;
import comeback.commit.CachedFlowShelf;
import comeback.commit.ConsentLedger;
import comeback.commit.Customers;
import comeback.commit.FlowShelf;
import comeback.commit.Messages;
import comeback.commit.SignIns;
import comeback.commit.StoreRegister;
import comeback.commit.Stores;
import comeback.commit.Tallies;
import comeback.commit.Timelines;
import comeback.console.pages.Door;
import comeback.console.pages.LetterPages;
import comeback.console.pages.LookupPages;
import comeback.console.pages.PagesDesk;
import comeback.console.reports.ReportsDesk;
import comeback.console.signin.Admins;
import comeback.console.signin.FrontDoor;
import comeback.console.signin.SignInDesk;
import comeback.console.stores.StoreDesk;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.http.ApiGateway;
import comeback.http.Request;
import comeback.store.AdminKey;
import comeback.table.DynamoAuditTrail;
import comeback.table.DynamoConsentLedger;
import comeback.table.DynamoCoupons;
import comeback.table.DynamoFlowShelf;
import comeback.table.DynamoMessages;
import comeback.table.DynamoSignIns;
import comeback.table.DynamoStores;
import comeback.table.DynamoTallies;
import comeback.table.DynamoTimelines;
import comeback.wiring.LogLine;
import comeback.wiring.SignedJson;
import comeback.wiring.Surroundings;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The function behind {@code /v1/customers/{id}/…}, {@code /v1/stores/{id}}, {@code /v1/reports/…} and {@code /console}. */
public final class ConsoleHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Questions questions;
    private final StoreDesk stores;
    private final ReportsDesk reports;
    private final PagesDesk pages;
    private final SignInDesk signIn;

    /** As Lambda makes it. */
    public ConsoleHandler() {
        this(Surroundings.ofLambda());
    }

    private ConsoleHandler(Surroundings lambda) {
        this(lambda, FlowFiles.read(lambda.templates()));
    }

    private ConsoleHandler(Surroundings lambda, Flows flows) {
        this(
                AdminKey.of(lambda.environment().getOrDefault("ADMIN_KEY_HASHES", "")),
                Admins.of(lambda.environment().getOrDefault("CONSOLE_ADDRESSES", "")),
                new DynamoSignIns(lambda.dynamo(), lambda.table()),
                stranger -> new Door.Entry.Unknown(),
                lambda.stores(),
                lambda.customers(),
                new DynamoTimelines(lambda.dynamo(), lambda.table()),
                new DynamoConsentLedger(lambda.dynamo(), lambda.table()),
                new DynamoMessages(lambda.dynamo(), lambda.table()),
                new CachedFlowShelf(new DynamoFlowShelf(lambda.dynamo(), lambda.table(), () -> flows)),
                new DynamoTallies(lambda.dynamo(), lambda.table()),
                new DynamoStores(lambda.dynamo(), lambda.table()),
                new DynamoAuditTrail(lambda.dynamo(), lambda.table()),
                new LookupPages(
                        lambda.catalogue(),
                        lambda.waitingList(),
                        new DynamoCoupons(lambda.dynamo(), lambda.table()),
                        InstantSource.system()),
                new LetterPages(new LettersOnce(lambda.templates())),
                new CloudWatchAlarms(
                        new SignedJson(
                                lambda.http(),
                                DefaultCredentialsProvider.builder().build(),
                                lambda.need("AWS_REGION"),
                                new SignedJson.Service(
                                        "monitoring",
                                        "GraniteServiceVersion20100801",
                                        "1.0",
                                        URI.create(lambda.need("ALARMS_PLACE")))),
                        lambda.need("STACK")),
                () -> UUID.randomUUID().toString(),
                InstantSource.system());
    }

    /**
     * Makes it.
     *
     * @param admins who may sign in and see every store
     * @param others the pages' door for those who show nothing
     * @param watch whose alarms an admin sees
     * @param chance another text each time, which nobody can guess
     */
    public ConsoleHandler(
            AdminKey admin,
            Admins admins,
            SignIns signIns,
            Door others,
            Stores stores,
            Customers customers,
            Timelines timelines,
            ConsentLedger ledger,
            Messages messages,
            FlowShelf flows,
            Tallies tallies,
            StoreRegister register,
            AuditTrail audit,
            LookupPages lookups,
            LetterPages letters,
            Watch watch,
            Supplier<String> chance,
            InstantSource clock) {
        this.questions = new Questions(
                stores,
                customers,
                new Telling(timelines, messages),
                new Explaining(timelines, messages, flows, clock),
                ledger);
        this.stores = new StoreDesk(admin, register, chance, clock);
        this.reports = new ReportsDesk(stores, admin, tallies, flows, audit, clock);
        this.pages = new PagesDesk(
                new FrontDoor(signIns, admins, stores, new KeyDoor(admin, stores), others, clock),
                tallies,
                flows,
                customers,
                timelines,
                messages,
                audit,
                register,
                lookups,
                letters,
                watch,
                clock);
        this.signIn = new SignInDesk(signIns, admins, stores, chance, clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        // API Gateway decodes the parameter, and a path with an encoded slash in it is one parameter all the same.
        var parameters = Objects.requireNonNullElse(event.getPathParameters(), Map.<String, String>of());
        Request request = ApiGateway.request(event);
        Visit visit = SignInDesk.isFor(request)
                ? Visit.turnedAway(signIn.answer(request, network(event)))
                : visit(request, parameters.getOrDefault("id", ""));
        context.getLogger().log(LogLine.of(visit.logLine()));
        return visit.answer().toApiGateway();
    }

    private static String network(APIGatewayV2HTTPEvent event) {
        return Objects.requireNonNullElse(event.getRequestContext().getHttp().getSourceIp(), "unknown");
    }

    private Visit visit(Request request, String who) {
        if (PagesDesk.isFor(request)) {
            PagesDesk.Shown shown = pages.answer(request);
            return Visit.ofDesk(shown.answer(), shown.store());
        }
        if (ReportsDesk.isFor(request)) {
            ReportsDesk.Told told = reports.answer(request);
            return Visit.ofDesk(told.answer(), told.store());
        }
        return StoreDesk.isFor(request)
                ? Visit.ofDesk(stores.answer(request), StoreDesk.store(request))
                : questions.ask(request, who);
    }
}
