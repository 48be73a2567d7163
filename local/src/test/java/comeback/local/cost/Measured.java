package comeback.local.cost;

import comeback.json.Json;
import comeback.json.Tree;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Plays each action once, with the stores' settings in memory as they are within a minute of the last request. */
final class Measured implements AutoCloseable {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Meter meter = new Meter();
    private final Map<String, Cost> rows;
    private final TestWorld world = TestWorld.watched(
            InstantSource.fixed(Instant.parse("2026-03-02T09:00:20Z")), meter::over, meter::over, meter.log());
    private int events;

    private Measured(Map<String, Cost> rows) {
        this.rows = rows;
    }

    /** Every row of the table, in its order. */
    static Map<String, Cost> rows() {
        var rows = new LinkedHashMap<String, Cost>();
        // Each in a world of its own: alarms and messages of others would be counted with theirs.
        List<Consumer<Measured>> actions = List.of(
                Measured::events,
                Measured::session,
                Measured::rearming,
                Measured::sending,
                Measured::ordering,
                Measured::skipping,
                Measured::reminding);
        for (Consumer<Measured> action : actions) {
            try (var measured = new Measured(rows)) {
                action.accept(measured);
            }
        }
        rows.put(Row.TOLD_IT_IS_BACK.title(), WaveCostTest.telling(100));
        return rows;
    }

    private void events() {
        warm();
        report("browser-1", "Product Added", mug());
        row(Row.FIRST_EVENT, meter.of("ingest"));
        signUp("ada");
        report("ada", "Product Added", mug());
        warm();
        report("ada", "Product Added", mug());
        row(Row.NEXT_EVENT, meter.of("ingest"));
        String id = "e-" + events;
        warm();
        report(id, "ada", "Product Added", mug());
        row(Row.SAME_EVENT, meter.of("ingest"));
    }

    private void session() {
        signUp("bob");
        warm();
        for (int i = 0; i < 12; i++) {
            report("bob", "Product Added", mug());
            world.advance(Duration.ofSeconds(1));
        }
        order("bob", "bob-1");
        row(Row.SESSION, meter.of("ingest"));
    }

    private void rearming() {
        signUp("eve");
        report("eve", "Product Added", mug());
        world.advance(TEN_MINUTES);
        report("eve", "Product Added", mug());
        world.advance(Duration.ofMinutes(49));
        warm();
        world.advance(Duration.ofMinutes(1));
        row(Row.REARMED, meter.of("wake"));
    }

    private void sending() {
        signUp("joe");
        warm();
        order("joe", "joe-1");
        row(Row.SENT, meter.of("send"));
        row(Row.TOLD, meter.of("feedback"));
        Mail letter = world.mailbox().getLast();
        world.advance(Duration.ofMinutes(20));
        meter.reset();
        touch(letter, "open");
        row(Row.OPENED, meter.of("feedback"));
        meter.reset();
        touch(letter, "click");
        row(Row.CLICKED, meter.of("feedback"));
        meter.reset();
        world.advance(TEN_MINUTES);
        row(Row.JUDGED, meter.of("wake"));
        order("joe", "joe-2");
        meter.reset();
        world.advance(TEN_MINUTES);
        row(Row.COUNTED_CLICK, meter.of("count"));
    }

    private void ordering() {
        // The day's first order has a flow's file kept and the night told; what greeted them is counted when they
        // order.
        signUp("moe");
        signUp("joe");
        order("moe", "moe-1");
        world.advance(TEN_MINUTES);
        anotherLetter();
        warm();
        order("joe", "joe-1");
        Cost told = meter.all();
        meter.reset();
        world.advance(Duration.ofMinutes(2));
        row(Row.COUNTED, meter.of("count"));
        row(Row.BOUGHT, told.plus(meter.of("count")));
    }

    private void touch(Mail letter, String how) {
        world.post("/local/ses/" + letter.id() + "/" + how, "{\"link\":\"https://alderandpine.example/\"}");
    }

    private void skipping() {
        signUp("kim");
        report("kim", "Product Added", mug());
        Mail welcome = world.mailbox().getLast();
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"for\":\"PT65M\"}");
        world.advance(Duration.ofHours(1));
        String link = Objects.requireNonNull(welcome.headers().get("List-Unsubscribe"));
        warm();
        world.send(world.request(link.substring(1, link.length() - 1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        row(Row.UNSUBSCRIBED, meter.of("shopper"));
        world.advance(TEN_MINUTES);
        row(Row.SKIPPED, meter.of("send"));
    }

    private void reminding() {
        signUp("ann");
        report("ann", "Product Added", mug());
        world.advance(Duration.ofMinutes(56));
        anotherLetter();
        warm();
        // With a minute or two until the report counts it.
        world.advance(Duration.ofMinutes(4));
        row(Row.REMINDED, meter.all());
    }

    /** So that SES's quota is known, as it is in a shop that sends a mail every five minutes; it is counted before ours. */
    private void anotherLetter() {
        signUp("zoe");
        world.advance(Duration.ofMinutes(2));
    }

    /** An event of somebody else, so that the settings are in memory; then counts from nought. */
    private void warm() {
        report("somebody", "Product Viewed", mug());
        meter.reset();
    }

    private void row(Row row, Cost cost) {
        rows.put(row.title(), cost);
    }

    private void order(String user, String id) {
        report(
                user,
                "Order Completed",
                Map.of("order_id", id, "total", 18, "currency", "USD", "products", List.of(mug())));
    }

    private void signUp(String user) {
        report(user, "Signed Up", Map.of("email", user + "@example.com", "acceptsMarketing", true));
    }

    private void report(String user, String event, Map<String, Object> properties) {
        report("e-" + ++events, user, event, properties);
    }

    private void report(String id, String user, String event, Map<String, Object> properties) {
        var answer = world.post(
                "/v1/track",
                Json.print(new Tree()
                        .with("messageId", id)
                        .with("userId", user)
                        .with("event", event)
                        .with("timestamp", world.now().toString())
                        .with("properties", properties)
                        .toMap()));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    private static Map<String, Object> mug() {
        return Map.of(
                "product_id", "mug",
                "name", "Stoneware mug",
                "price", "18.00",
                "currency", "USD",
                "url", "https://alderandpine.example/products/stoneware-mug",
                "image_url", "https://alderandpine.example/images/stoneware-mug.png");
    }

    @Override
    public void close() {
        world.close();
    }
}
