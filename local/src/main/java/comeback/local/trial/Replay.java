package comeback.local.trial;

import comeback.json.Json;
import comeback.local.FunctionsWiring;
import comeback.local.LocalWorld;
import comeback.local.Options;
import comeback.local.stores.StoresFile;
import java.io.IOException;
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
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Recorded events, posted as they happened to a world of its own under its clock, after which time passes. The demo store's
 * settings hold, and all flows of the folder take part, as they would in earnest: caps and silence are everybody's.
 */
final class Replay {
    /** What a page of the feed holds is more than happens in a day of a trial. */
    private static final Duration STEP = Duration.ofDays(1);

    private static final int OK = 200;
    private static final String KEY = Base64.getEncoder().encodeToString("sk_demo:".getBytes(StandardCharsets.UTF_8));

    private final LocalWorld world;
    private final Watcher watcher;

    /** Looks on. */
    interface Watcher {
        /**
         * Something happened, or a day passed.
         *
         * @param events how many were posted so far
         */
        void onto(LocalWorld world, int events);

        /** All is played, and the world is still there. */
        default void atItsEnd(LocalWorld world) {}
    }

    private Replay(LocalWorld world, Watcher watcher) {
        this.world = world;
        this.watcher = watcher;
    }

    /**
     * Plays.
     *
     * @param templates the folder of all flows
     * @param events in the order in which they happened
     * @param begin when the world begins; what happened before it is posted then, as history, which starts nothing
     * @param after how long the clock runs on behind the last event
     * @throws TrialUnclear when an event is one that Comeback would not take
     */
    static void play(Path templates, List<RecordedEvent> events, Instant begin, Duration after, Watcher watcher)
            throws Exception {
        var options = new Options(0, StoresFile.demo(), templates, false);
        InstantSource clock = InstantSource.fixed(begin.truncatedTo(ChronoUnit.MILLIS));
        try (var world = LocalWorld.start(options, clock, FunctionsWiring::new);
                HttpClient http = HttpClient.newHttpClient()) {
            new Replay(world, watcher).play(http, events, after);
            watcher.atItsEnd(world);
        }
    }

    private void play(HttpClient http, List<RecordedEvent> events, Duration after)
            throws IOException, InterruptedException {
        int posted = 0;
        for (RecordedEvent event : events) {
            turnTo(event.at(), posted);
            post(http, event);
            watcher.onto(world, ++posted);
        }
        turnTo(world.clock().instant().plus(after), posted);
    }

    private void turnTo(Instant at, int posted) {
        for (Instant now = world.clock().instant();
                now.isBefore(at);
                now = world.clock().instant()) {
            Duration left = Duration.between(now, at);
            world.turn().turn(left.compareTo(STEP) < 0 ? left : STEP);
            watcher.onto(world, posted);
        }
    }

    private void post(HttpClient http, RecordedEvent event) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(world.uri().resolve("/v1/" + event.type()))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + KEY)
                        .POST(BodyPublishers.ofString(Json.print(event.json())))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new TrialUnclear(event.where() + ": was answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
