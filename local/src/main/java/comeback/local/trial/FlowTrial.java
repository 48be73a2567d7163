package comeback.local.trial;

import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.json.Json;
import comeback.local.FunctionsWiring;
import comeback.local.LocalWorld;
import comeback.local.Options;
import comeback.local.feed.FeedEntry;
import comeback.local.feed.FeedReason;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Plays events through the functions as they happened, and then lets the time pass. The demo store's settings hold; all
 * flows beside the one that is tried take part, as they would in earnest, because caps and silence are everybody's.
 */
public final class FlowTrial {
    /** What a page of the feed holds is more than happens in a day of a trial. */
    private static final Duration STEP = Duration.ofDays(1);

    private static final int OK = 200;

    /** As wide as time, name and verdict together. */
    private static final int INDENT = 44;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TrialRequest request;
    private final List<RecordedEvent> events;
    private final Consumer<String> out;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private long told;
    private int sent;
    private int kept;

    private FlowTrial(TrialRequest request, List<RecordedEvent> events, Consumer<String> out) {
        this.request = request;
        this.events = events;
        this.out = out;
        events.forEach(event -> event.who()
                .ifPresent(who -> names.put(CustomerId.of(Ref.user(who)).value(), who)));
    }

    /**
     * Plays.
     *
     * @param words of the command line, behind "simulate-flow"
     * @param out gets each line as soon as it is known
     * @throws TrialUnclear when the words or the file are wrong, or an event is one that Comeback would not take
     */
    public static void run(List<String> words, Consumer<String> out) throws Exception {
        TrialRequest request = TrialRequest.read(words);
        List<RecordedEvent> events = RecordedEvent.read(request.events());
        var trial = new FlowTrial(request, events, out);
        Instant begin = events.getFirst().at().truncatedTo(ChronoUnit.MILLIS);
        var templates = Objects.requireNonNull(request.folder().getParent(), "a flow's folder lies in another");
        var options = new Options(0, StoresFile.demo(), templates, false);
        try (var world = LocalWorld.start(options, InstantSource.fixed(begin), FunctionsWiring::new)) {
            trial.play(world);
        }
    }

    private void play(LocalWorld world) throws IOException, InterruptedException {
        out.accept(request.flow() + ", with " + events.size() + (events.size() == 1 ? " event" : " events") + " from "
                + TIME.format(events.getFirst().at()) + " UTC on");
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (RecordedEvent event : events) {
                turnTo(world, event.at());
                post(world, http, event);
                tell(world);
            }
        }
        turnTo(world, world.clock().instant().plus(Duration.ofDays(request.days())));
        out.accept("");
        out.accept(sent + " sent, " + kept + " not sent" + ofOthers());
    }

    private void turnTo(LocalWorld world, Instant at) {
        for (Instant now = world.clock().instant();
                now.isBefore(at);
                now = world.clock().instant()) {
            Duration left = Duration.between(now, at);
            world.turn().turn(left.compareTo(STEP) < 0 ? left : STEP);
            tell(world);
        }
    }

    private static void post(LocalWorld world, HttpClient http, RecordedEvent event)
            throws IOException, InterruptedException {
        String key = Base64.getEncoder().encodeToString("sk_demo:".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(world.uri().resolve("/v1/" + event.type()))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + key)
                        .POST(BodyPublishers.ofString(Json.print(event.json())))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new TrialUnclear(event.where() + ": was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private void tell(LocalWorld world) {
        for (FeedEntry entry : world.feed().since(told)) {
            told = entry.seq();
            switch (entry.kind()) {
                case EVENT, DECISION -> decided(entry);
                case MESSAGE -> moved(world, entry);
                case PROBLEM -> out.accept(line(entry, "problem", entry.title() + " " + entry.detail()));
                case CLOCK -> {
                    // That it was turned is what a trial is.
                }
            }
        }
    }

    private void decided(FeedEntry entry) {
        for (FeedReason reason : entry.reasons()) {
            if (reason.flow().equals(request.flow())) {
                out.accept(line(entry, reason.verdict().toLowerCase(Locale.ROOT).replace('_', ' '), reason.text()));
                otherwise(reason);
            }
        }
    }

    private void moved(LocalWorld world, FeedEntry entry) {
        boolean isSent = entry.detail().equals("ACCEPTED");
        String flow = entry.title().replaceFirst(" / .*", "");
        if (!flow.equals(request.flow())) {
            if (isSent) {
                others.merge(flow, 1, Integer::sum);
            }
            return;
        }
        if (isSent) {
            sent++;
            out.accept(line(entry, "SENT", entry.title() + subject(world, entry)));
        }
        for (FeedReason reason : entry.reasons()) {
            kept++;
            out.accept(line(entry, "NOT SENT", entry.title() + ": " + reason.text()));
            otherwise(reason);
        }
    }

    private static String subject(LocalWorld world, FeedEntry entry) {
        return world.mailbox().all().stream()
                .filter(mail -> entry.messages().contains(mail.tag("id")))
                .findFirst()
                .map(Mail::subject)
                .map(subject -> ": \"" + subject + "\"")
                .orElse("");
    }

    private String line(FeedEntry entry, String what, String text) {
        String who = names.getOrDefault(entry.customer(), entry.customer());
        return "%s  %-12s %-12s %s".formatted(TIME.format(entry.at()), who, what, text);
    }

    /** What would have made it different, below it. */
    private void otherwise(FeedReason reason) {
        if (!reason.otherwise().isEmpty()) {
            out.accept(" ".repeat(INDENT) + reason.otherwise());
        }
    }

    private String ofOthers() {
        int letters = others.values().stream().mapToInt(Integer::intValue).sum();
        return letters == 0 ? "" : "; beside them " + letters + " of other flows: " + new TreeMap<>(others);
    }
}
