package comeback.test;

import comeback.json.Json;
import comeback.local.FunctionsWiring;
import comeback.local.LocalWorld;
import comeback.local.Options;
import comeback.local.feed.FeedEntry;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.Store;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A shop with its flows, for a test: the real functions over an AWS in this process, and a clock that stands until it is turned.
 *
 * <pre>{@code
 * try (var shop = Shop.at("2026-03-02T09:00:00Z")) {
 *     shop.given(known("ada"), addedToCart("ada", product("mug", "18.00")))
 *             .advance(Duration.ofDays(9))
 *             .expect(sent("cart/need-help").to("ada"), sent("cart/your-things"));
 * }
 * }</pre>
 *
 * <p>A shop takes a second to open. Letters that were looked at once are not looked at again.
 */
public final class Shop implements AutoCloseable {
    /** What the local world remembers of its decisions is more than a day's. */
    private static final Duration STEP = Duration.ofDays(1);

    private static final int OK = 200;

    private final LocalWorld world;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<FeedEntry> decided = new ArrayList<>();
    private long told;
    private long looked;
    private int posted;

    private Shop(LocalWorld world) {
        this.world = world;
    }

    /** The demo shop with the project's templates, at this time: "2026-03-02T09:00:00Z". */
    public static Shop at(String instant) {
        return at(instant, StoresFile.demo(), templates());
    }

    /**
     * A shop of your own: the first of a stores file, which must have the secret key "sk_demo".
     *
     * @param templates the folder of its flows
     */
    public static Shop at(String instant, Path stores, Path templates) {
        return at(instant, StoresFile.read(stores), templates);
    }

    private static Shop at(String instant, List<Store> stores, Path templates) {
        var options = new Options(0, stores, templates, false);
        try {
            return new Shop(
                    LocalWorld.start(options, InstantSource.fixed(Instant.parse(instant)), FunctionsWiring::new));
        } catch (Exception e) {
            throw new IllegalStateException("the shop does not open: " + e.getMessage(), e);
        }
    }

    /** The nearest folder "templates" with flows in it, seen from where the tests run upwards. */
    private static Path templates() {
        for (Optional<Path> here = Optional.of(Path.of("").toAbsolutePath());
                here.isPresent();
                here = here.map(Path::getParent)) {
            Path templates = here.get().resolve("templates");
            if (Files.isDirectory(templates.resolve("_parts"))) {
                return templates;
            }
        }
        throw new IllegalStateException(
                "there is no folder \"templates\" above " + Path.of("").toAbsolutePath());
    }

    /**
     * Shoppers do this, one after another, now.
     *
     * @throws AssertionError when Comeback does not take an event
     */
    public Shop given(Happened... events) {
        for (Happened event : events) {
            posted++;
            String body =
                    Json.print(event.asJson("event-" + posted, world.clock().instant()));
            HttpResponse<String> answer = post(event.call(), body);
            if (answer.statusCode() != OK) {
                throw new AssertionError("not taken (" + answer.statusCode() + "): " + body + "\n" + answer.body());
            }
        }
        // What falls due at once goes at once.
        return advance(Duration.ZERO);
    }

    private HttpResponse<String> post(String call, String body) {
        String key = Base64.getEncoder().encodeToString("sk_demo:".getBytes(StandardCharsets.UTF_8));
        try {
            return http.send(
                    HttpRequest.newBuilder(world.uri().resolve("/v1/" + call))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Basic " + key)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the shop does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    /** Time passes; all that falls due meanwhile happens in its order. */
    public Shop advance(Duration by) {
        Instant until = world.clock().instant().plus(by);
        do {
            Duration left = Duration.between(world.clock().instant(), until);
            world.turn().turn(left.compareTo(STEP) < 0 ? left : STEP);
            for (FeedEntry entry : world.feed().since(told)) {
                told = entry.seq();
                decided.add(entry);
            }
        } while (world.clock().instant().isBefore(until));
        return this;
    }

    /** These went since the last look, in this order; others may have gone between them. */
    public Shop expect(Expected... letters) {
        List<Mail> went = look();
        int next = 0;
        for (Mail mail : went) {
            if (next < letters.length && letters[next].is(mail)) {
                next++;
            }
        }
        if (next < letters.length) {
            throw new AssertionError(Why.missing(letters[next], went, decided));
        }
        return this;
    }

    /** These went since the last look, in this order, and nothing else. */
    public Shop expectOnly(Expected... letters) {
        List<Mail> went = look();
        boolean isSo = went.size() == letters.length;
        for (int i = 0; isSo && i < letters.length; i++) {
            isSo = letters[i].is(went.get(i));
        }
        if (!isSo) {
            throw new AssertionError(Why.others(Arrays.asList(letters), went, decided));
        }
        return this;
    }

    /** Nothing went since the last look. */
    public Shop expectNothing() {
        return expectOnly();
    }

    /** What went since the last look, oldest first, to be looked at in other ways. */
    public List<Mail> look() {
        List<Mail> went = world.mailbox().after(looked);
        looked = world.mailbox().received();
        return went;
    }

    /** The time in the shop. */
    public Instant now() {
        return world.clock().instant();
    }

    static String name(Mail mail) {
        return mail.tag("flow") + "/" + mail.tag("message");
    }

    @Override
    public void close() {
        http.close();
        world.close();
    }
}
