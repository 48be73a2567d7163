package comeback.console;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.QuietContext;
import comeback.TestStores;
import comeback.catalogue.Line;
import comeback.commit.CachedStores;
import comeback.commit.CustomerDecisions;
import comeback.commit.InMemoryAlarms;
import comeback.commit.InMemoryCatalogue;
import comeback.commit.InMemorySignIns;
import comeback.commit.InMemoryTable;
import comeback.commit.InMemoryTallies;
import comeback.commit.LogEntry;
import comeback.commit.Samples;
import comeback.commit.Stores;
import comeback.commit.TablePorts;
import comeback.commit.Tallies;
import comeback.commit.WaitingList;
import comeback.console.pages.Door;
import comeback.console.pages.LetterPages;
import comeback.console.pages.LookupPages;
import comeback.console.signin.Admins;
import comeback.customer.Consent;
import comeback.customer.CustomerId;
import comeback.customer.EmailAddress;
import comeback.customer.Profile;
import comeback.customer.Ref;
import comeback.event.CartRef;
import comeback.event.Event;
import comeback.event.StoreEvent;
import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.json.Fields;
import comeback.json.Json;
import comeback.message.MessageId;
import comeback.message.MessageState;
import comeback.store.AdminKey;
import comeback.store.KeyClass;
import comeback.store.KeyHash;
import comeback.store.MarketingPolicy;
import comeback.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The function with everything around it in memory: two shops, and Ada, who shops at the first. */
final class World {
    static final Store SHOP = TestStores.demo();
    static final Store OTHER = TestStores.named("other", MarketingPolicy.DEFAULT, Set.of());
    static final CustomerId ADA = CustomerId.of(Ref.user("ada"));

    private static final Flows FLOWS = FlowFiles.read(Path.of("..", "..", "templates"));
    private static final Line MUG = new Line(
            "mug", Optional.empty(), "Mug", Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty());

    /** Of the deployment of both. */
    static final String ADMIN = "the-admin's-key";

    /** May sign in and see every store. */
    static final String BOSS = "boss@agency.example";

    /** May sign in and see the first shop. */
    static final String ANN = "ann@alderandpine.example";

    private final InMemoryTable memory = new InMemoryTable();
    private final TablePorts table = memory.ports();
    private final QuietContext context = new QuietContext();
    private final CustomerDecisions decisions;
    private final ConsoleHandler handler;
    private final InMemoryTallies tallies = new InMemoryTallies();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private Optional<List<Watch.Ringing>> ringing = Optional.of(List.of());
    private Instant now = Samples.NOW;
    private int events;
    private int chances;

    World() {
        this(FLOWS);
    }

    /** One whose flows are these. */
    World(Flows flows) {
        table.stores().save(SHOP.withStaff(List.of(new EmailAddress(ANN))));
        table.stores().save(OTHER);
        decisions = new CustomerDecisions(
                table.customers(),
                new InMemoryAlarms(),
                () -> flows,
                () -> now,
                (store, customer, input, decision) -> {});
        handler = new ConsoleHandler(
                new AdminKey(List.of(KeyHash.of(ADMIN))),
                Admins.of(BOSS),
                memory.signIns(),
                stranger -> new Door.Entry.Unknown(),
                table.stores(),
                table.customers(),
                table.timelines(),
                memory.ledger(),
                table.messages(),
                () -> flows,
                tallies,
                memory.register(),
                memory.audit(),
                new LookupPages(catalogue, memory.waves(), memory.coupons(), () -> now),
                new LetterPages(new LettersOnce(Path.of("..", "..", "templates"))),
                () -> ringing,
                () -> "chance " + ++chances,
                () -> now);
    }

    /** Something happens to Ada. */
    World happens(Event event) {
        decisions.happened(
                SHOP,
                new StoreEvent(
                        "e-" + ++events,
                        "segment",
                        now,
                        now,
                        List.of(Ref.user("ada"), Ref.anonymous("ada's browser")),
                        Optional.of(new EmailAddress("Ada@example.com")),
                        true,
                        Profile.EMPTY,
                        new Consent.Given(now, "form"),
                        KeyClass.SECRET,
                        false,
                        event),
                Map.of("event", event.name()));
        return this;
    }

    /** Absent when CloudWatch does not answer. */
    void rings(Optional<List<Watch.Ringing>> alarms) {
        ringing = alarms;
    }

    World leavesAMug() {
        return happens(new Event.ProductAdded(MUG, CartRef.UNNAMED));
    }

    World buys() {
        return happens(new Event.OrderCompleted(Samples.order(), Set.of()));
    }

    /** Time passes and her alarm rings. */
    World after(Duration time) {
        now = now.plus(time);
        decisions.woke(SHOP, ADA);
        return this;
    }

    /** What became of the letter. */
    World settles(MessageId id, MessageState state) {
        var message = table.messages().find(SHOP.id(), id).orElseThrow();
        table.messages().change(message, state);
        return this;
    }

    World logs(LogEntry line) {
        table.customers().log(SHOP.id(), ADA, line);
        return this;
    }

    World later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The table, as the other functions see it, within the minute for which they remember it. */
    Stores stores() {
        return new CachedStores(table.stores(), () -> now);
    }

    Instant now() {
        return now;
    }

    /** Asks with the shop's secret key. */
    APIGatewayV2HTTPResponse ask(String who, String what, Map<String, String> query) {
        return ask(basic("sk_demo"), who, what, query);
    }

    APIGatewayV2HTTPResponse ask(Map<String, String> headers, String who, String what, Map<String, String> query) {
        return ask("GET", "/v1/customers/" + who + "/" + what, headers, query, Map.of("id", who), "");
    }

    Tallies tallies() {
        return tallies;
    }

    /** Reads a report with this key. */
    APIGatewayV2HTTPResponse report(String key, String what, Map<String, String> query) {
        return ask("GET", "/v1/reports/" + what, basic(key), query, Map.of(), "");
    }

    /** Opens a page with this key; without one for "". */
    APIGatewayV2HTTPResponse page(String key, String path, Map<String, String> query) {
        return ask("GET", path, key.isEmpty() ? Map.of() : basic(key), query, Map.of(), "");
    }

    /** Ann does not work there any more; functions remember stores for a minute. */
    World takeOff() {
        table.stores().save(SHOP);
        return later(Duration.ofMinutes(1));
    }

    InMemoryCatalogue catalogue() {
        return catalogue;
    }

    WaitingList waiting() {
        return memory.waves();
    }

    InMemorySignIns signIns() {
        return memory.signIns();
    }

    /** What a browser does. */
    APIGatewayV2HTTPResponse browse(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        return ask(method, path, headers, query, Map.of(), body);
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, SHOP.zone());
    }

    /** Works at the desk where stores are entered. */
    APIGatewayV2HTTPResponse atDesk(String key, String method, String path, String body) {
        return ask(method, path, basic(key), Map.of(), Map.of(), body);
    }

    private APIGatewayV2HTTPResponse ask(
            String method,
            String path,
            Map<String, String> headers,
            Map<String, String> query,
            Map<String, String> parameters,
            String body) {
        var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                .withMethod(method)
                .withPath(path)
                .withSourceIp(headers.getOrDefault("from", "203.0.113.7"))
                .build();
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withHeaders(headers)
                        .withCookies(
                                headers.containsKey("cookie")
                                        ? List.of(requireNonNull(headers.get("cookie")))
                                        : List.of())
                        .withQueryStringParameters(query)
                        .withPathParameters(parameters)
                        .withBody(body)
                        .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(http)
                                .build())
                        .build(),
                context);
    }

    static Map<String, String> basic(String key) {
        byte[] pair = (key + ":").getBytes(StandardCharsets.UTF_8);
        return Map.of("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static Fields body(APIGatewayV2HTTPResponse response) {
        return Fields.of(Json.parseOwn(response.getBody()));
    }

    List<String> log() {
        return context.lines();
    }
}
