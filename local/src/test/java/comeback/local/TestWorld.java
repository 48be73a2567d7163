package comeback.local;

import comeback.json.Json;
import comeback.local.aws.LocalAws;
import comeback.local.lambda.Functions;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.Store;
import comeback.templates.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A local world for a test: on a port of its own, with a clock that stands still except when it is turned. Everything
 * goes over HTTP, as for a storefront.
 *
 * <pre>{@code
 * try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
 *     world.post("/v1/track", "{…}");
 *     world.advance(Duration.ofHours(1));
 *     assertThat(world.mailbox()).extracting(Mail::subject)…
 * }
 * }</pre>
 */
public final class TestWorld implements AutoCloseable {
    /** The templates of the project, seen from this module's folder, where tests run. */
    private static final Path TEMPLATES = Path.of("../templates");

    private final LocalWorld world;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TestWorld(LocalWorld world) {
        this.world = world;
    }

    /** The demo store and the real functions, at this instant. */
    public static TestWorld at(String instant) {
        return at(instant, StoresFile.demo());
    }

    /** The demo store, the real functions and flows of the test's own, at this instant. */
    public static TestWorld with(String instant, Path templates) {
        return start(instant, new Options(0, StoresFile.demo(), templates, false), FunctionsWiring::new);
    }

    /** These stores and the real functions, at this instant. */
    public static TestWorld at(String instant, List<Store> stores) {
        return at(instant, stores, TEMPLATES);
    }

    /** These stores, these templates and the real functions, at this instant. */
    public static TestWorld at(String instant, List<Store> stores, Path templates) {
        return start(instant, new Options(0, stores, templates, false), FunctionsWiring::new);
    }

    /**
     * The demo store and the real functions, with something of the test's around them.
     *
     * @param machine the time that the world starts at, and after each reset starts at again
     * @param wire between the functions and AWS
     * @param runtime between the functions and who calls them
     */
    public static TestWorld watched(
            InstantSource machine, UnaryOperator<LocalAws> wire, UnaryOperator<Functions> runtime) {
        return watched(machine, wire, runtime, new PrintStream(OutputStream.nullOutputStream()));
    }

    /**
     * As above, with a log of the test's.
     *
     * @param log takes what functions print
     */
    public static TestWorld watched(
            InstantSource machine, UnaryOperator<LocalAws> wire, UnaryOperator<Functions> runtime, PrintStream log) {
        return start(machine, new Options(0, StoresFile.demo(), TEMPLATES, false), ground -> {
            var real = new FunctionsWiring(new Wiring.Ground(
                    wire.apply(ground.aws()),
                    ground.clock(),
                    ground.publicUrl(),
                    ground.templates(),
                    ground.told(),
                    log));
            Functions functions = runtime.apply(real.functions());
            return new Wiring() {
                @Override
                public Functions functions() {
                    return functions;
                }

                @Override
                public void save(List<Store> stores) {
                    real.save(stores);
                }

                @Override
                public List<Problem> problems() {
                    return real.problems();
                }
            };
        });
    }

    static TestWorld start(String instant, Options options, Function<Wiring.Ground, Wiring> wire) {
        return start(InstantSource.fixed(Instant.parse(instant)), options, wire);
    }

    private static TestWorld start(InstantSource machine, Options options, Function<Wiring.Ground, Wiring> wire) {
        try {
            return new TestWorld(LocalWorld.start(options, machine, ground -> wire.apply(noted(ground))));
        } catch (Exception e) {
            throw new IllegalStateException("the local world does not start", e);
        }
    }

    private static Wiring.Ground noted(Wiring.Ground plain) {
        LocalAws noted =
                WatchedAws.of(plain.aws(), settings -> settings.addExecutionInterceptor(new SeenCalls()), http -> http);
        return new Wiring.Ground(noted, plain.clock(), plain.publicUrl(), plain.templates(), plain.told(), plain.log());
    }

    /** Posts JSON with the demo store's secret key. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("sk_demo:".getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Asks with the demo store's secret key. */
    public HttpResponse<String> getWithKey(String path) {
        return send(request(path).header("Authorization", "Bearer sk_demo").GET());
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request to a path of this world, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri().resolve(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Turns the clock through the control surface; what was sent meanwhile. */
    public List<Mail> advance(Duration by) {
        long before = world.mailbox().received();
        var answer = post("/local/clock/advance", Json.print(Map.of("by", by.toString())));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return world.mailbox().after(before);
    }

    /** Every mail so far, oldest first. */
    public List<Mail> mailbox() {
        return world.mailbox().all();
    }

    public Instant now() {
        return world.clock().instant();
    }

    public URI uri() {
        return world.uri();
    }

    /** The world itself, for what cannot be seen from outside. */
    public LocalWorld inside() {
        return world;
    }

    @Override
    public void close() {
        world.close();
        http.close();
    }
}
