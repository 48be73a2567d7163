package comeback.local.http;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import comeback.local.clock.WorldTurn;
import comeback.local.lambda.Functions;
import comeback.local.lambda.Incidents;
import comeback.local.lambda.Invocations;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Everything that comes in: /local to the control surface, /, /openapi.yaml, /page, /shop and /gallery to files, /u to
 * {@code shopper}, /v1/customers, /v1/stores, /v1/reports and /console to {@code console}, the storefront protocols' paths to {@code ingest}.
 *
 * <p>A web page anywhere can make a browser send requests to this machine. So a foreign Host is refused (a name that was
 * made to point here), and the control surface takes nothing from a page that was not loaded from this machine.
 */
public final class HttpDoor implements HttpHandler {
    /** As API Gateway has it. */
    private static final int BODY_MAX = 10 * 1024 * 1024;

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOREFRONT =
            Pattern.compile("/(?:v1|beacon|api|client|batch|capture|e|i|sourceConfig|webhooks)(?:/.*)?");
    private static final Pattern CUSTOMER = Pattern.compile("/v1/customers/([^/]+)/(timeline|explain|consent)");
    private static final Pattern STORE =
            Pattern.compile("/v1/stores/([^/]+)(?:/(keys|webhook-secrets|link-secret)(?:/([^/]+)(/rotate)?)?)?");
    private static final Pattern REPORT = Pattern.compile("/v1/reports/[^/]+(?:/[^/]+)?");
    private static final Pattern TOKEN = Pattern.compile("/([up])/([^/]+)");

    private final WorldTurn world;
    private final InstantSource clock;
    private final Invocations invocations;
    private final Functions functions;
    private final Function<Request, Answer> controlSurface;
    private final Incidents incidents;
    private final Gallery gallery;

    public HttpDoor(
            WorldTurn world,
            InstantSource clock,
            Invocations invocations,
            Functions functions,
            Function<Request, Answer> controlSurface,
            Incidents incidents,
            Gallery gallery) {
        this.world = world;
        this.clock = clock;
        this.invocations = invocations;
        this.functions = functions;
        this.controlSurface = controlSurface;
        this.incidents = incidents;
        this.gallery = gallery;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
            Answer answer = body.length > BODY_MAX
                    ? Answer.json(413, Map.of("message", "Request Entity Too Large"))
                    : answerOrFail(request(exchange, body));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean hasBody = !exchange.getRequestMethod().equals("HEAD") && answer.body().length > 0;
            exchange.sendResponseHeaders(answer.status(), hasBody ? answer.body().length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /** Answers one request, as if it had come over HTTP. */
    public Answer answer(Request request) {
        Optional<Answer> refused = refusal(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        String path = request.path();
        if (path.equals("/local") || path.startsWith("/local/")) {
            return controlSurface.apply(request);
        }
        if (path.startsWith("/u/") || path.startsWith("/p/")) {
            var token = TOKEN.matcher(path);
            var parameters = token.matches() ? Map.of("token", token.group(2)) : Map.<String, String>of();
            return call("shopper", functions.shopper(), request, "ANY " + path.substring(0, 3) + "{token}", parameters);
        }
        var customer = CUSTOMER.matcher(path);
        if (request.method().equals("GET") && customer.matches()) {
            String route = "GET /v1/customers/{id}/" + customer.group(2);
            return call("console", functions.console(), request, route, Map.of("id", customer.group(1)));
        }
        var store = STORE.matcher(path);
        if (store.matches()) {
            return call("console", functions.console(), request, "ANY " + path, Map.of("id", store.group(1)));
        }
        boolean isPage = path.equals("/console") || path.startsWith("/console/");
        if (isPage || (request.method().equals("GET") && REPORT.matcher(path).matches())) {
            return call("console", functions.console(), request, request.method() + " " + path, Map.of());
        }
        if (STOREFRONT.matcher(path).matches()) {
            return call("ingest", functions.ingest(), request, "$default", Map.of());
        }
        return file(path)
                .orElseGet(() -> Answer.error(
                        404,
                        "Nothing is at " + path
                                + ". There are / (the page), /console, /v1/identify, /v1/track, /v1/batch and the other"
                                + " storefront paths, /u/… and /p/… (links in letters), /shop/… (pictures) and"
                                + " /local (the controls)."));
    }

    private Answer answerOrFail(Request request) {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            // Per request, like a record of a batch: told here, and the next one is served.
            incidents.happened("The request to " + request.path() + " failed: " + e.getMessage(), String.valueOf(e));
            return Answer.error(500, "the local world failed: " + e.getMessage());
        }
    }

    private Answer call(
            String name,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            Request request,
            String routeKey,
            Map<String, String> pathParameters) {
        return world.during(() -> invocations.call(
                        name, function, ApiGateway.event(request, routeKey, pathParameters, clock.instant())))
                .map(ApiGateway::answer)
                .orElseGet(() -> Answer.json(500, Map.of("message", "Internal Server Error")));
    }

    private Optional<Answer> file(String path) {
        if (path.equals("/gallery") || path.startsWith("/gallery/")) {
            return gallery.file(path.substring(Math.min(path.length(), "/gallery/".length())));
        }
        if (path.equals("/")) {
            return StaticFiles.file("page", "index.html").or(() -> Optional.of(placeholder()));
        }
        if (path.equals("/openapi.yaml")) {
            return StaticFiles.file("page", "openapi.yaml");
        }
        if (path.startsWith("/page/")) {
            return StaticFiles.file("page", path.substring("/page/".length()));
        }
        return path.startsWith("/shop/")
                ? StaticFiles.file("shop", path.substring("/shop/".length()))
                : Optional.empty();
    }

    private static Answer placeholder() {
        return Answer.text(
                200,
                "text/html",
                "<!doctype html><html lang=en><title>Comeback</title><p>Comeback runs. "
                        + "Its controls are at <a href=/local>/local</a>.");
    }

    private static Optional<Answer> refusal(Request request) {
        if (!THIS_MACHINE.matcher(request.header("host").orElse("")).matches()) {
            return Optional.of(Answer.error(403, "only http://127.0.0.1 and http://localhost are answered"));
        }
        Optional<String> origin = request.header("origin");
        boolean isControl = request.path().startsWith("/local");
        if (isControl && origin.isPresent() && !isOfThisMachine(origin.get())) {
            return Optional.of(Answer.error(403, "the controls take nothing from pages of other origins"));
        }
        return Optional.empty();
    }

    private static boolean isOfThisMachine(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && THIS_MACHINE.matcher(authority).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        return new Request(exchange.getRequestMethod(), uri.getRawPath(), query, headers, body);
    }
}
