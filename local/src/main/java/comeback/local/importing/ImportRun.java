package comeback.local.importing;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.importing.ImportFile.Line;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hands a file over, a part at a time, in its order. Doing it twice is doing it once; who is stopped goes on with the line that
 * is named.
 */
public final class ImportRun {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    /** A little longer than API Gateway lets a function work. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);

    private static final int LINES_MAX = 200;
    private static final int CHARACTERS_MAX = 150_000;

    /** A deployment that does not answer so often is ill; the pauses between come to about a minute. */
    private static final int TRIES_MAX = 6;

    private final ImportRequest request;
    private final String key;
    private final Screen screen;
    private final Pause pause;

    /** The terminal. */
    public interface Screen {
        /** A line that stays. */
        void say(String line);

        /** A line that the next one takes the place of. */
        void show(String line);
    }

    /** Waits. */
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * For one file.
     *
     * @param key the store's secret key
     */
    public ImportRun(ImportRequest request, String key, Screen screen, Pause pause) {
        this.request = request;
        this.key = key;
        this.screen = screen;
        this.pause = pause;
    }

    /**
     * Does it.
     *
     * @throws NotImported when not all of it could be handed over
     */
    public void run() {
        List<Line> lines = ImportFile.read(request.file()).stream()
                .filter(line -> line.number() >= request.from())
                .toList();
        ImportProgress progress = new ImportProgress(lines.size());
        ImportTotals totals = new ImportTotals();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build()) {
            for (List<Line> part : parts(lines)) {
                hand(http, part, progress, totals);
            }
        }
        (request.isPreview() ? totals.preview() : totals.kept(progress.wrong())).forEach(screen::say);
    }

    /** What is sent at once. Where it is to be told what would follow, nobody's lines are torn apart, if they fit. */
    private List<List<Line>> parts(List<Line> lines) {
        List<List<Line>> units = request.isPreview()
                ? ImportFile.byPerson(lines)
                : lines.stream().map(List::of).toList();
        List<List<Line>> parts = new ArrayList<>();
        List<Line> part = new ArrayList<>();
        int characters = 0;
        for (List<Line> unit : units) {
            int more = unit.stream().mapToInt(line -> line.text().length()).sum();
            if (!part.isEmpty() && (part.size() + unit.size() > LINES_MAX || characters + more > CHARACTERS_MAX)) {
                parts.add(List.copyOf(part));
                part.clear();
                characters = 0;
            }
            part.addAll(unit);
            characters += more;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    /** Until all of the part is done; what there was no time for goes again. */
    private void hand(HttpClient http, List<Line> part, ImportProgress progress, ImportTotals totals) {
        List<Line> left = part;
        while (!left.isEmpty()) {
            Fields answer = answer(http, left);
            int done = answer.integer("done").orElse(0);
            if (done < 1) {
                throw stopped(left, "nothing of it was done");
            }
            List<Fields> problems = answer.objects("problems").orElse(List.of());
            for (Fields problem : problems) {
                int index = problem.integer("line").orElse(1) - 1;
                screen.say("line " + left.get(index).number() + ": "
                        + problem.text("problem").orElse("wrong"));
            }
            progress.add(done, problems.size());
            totals.add(answer);
            screen.show(progress.line());
            left = left.subList(done, left.size());
        }
    }

    private Fields answer(HttpClient http, List<Line> lines) {
        String trouble = "";
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            try {
                if (attempt > 0) {
                    pause.of(Duration.ofSeconds(1L << attempt));
                }
                HttpResponse<String> answer = http.send(posting(lines), BodyHandlers.ofString());
                boolean isOurs = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                                instanceof Json.Parsed.Value(Map<String, Object> object)
                        && object.containsKey("done");
                if (isOurs) {
                    return Fields.of(Json.parseOwn(answer.body()));
                }
                if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                    throw new NotImported("COMEBACK_SECRET_KEY is no secret key of a store of " + request.endpoint());
                }
                trouble = "HTTP " + answer.statusCode();
                if (answer.statusCode() == 400 || answer.statusCode() == 404) {
                    throw stopped(
                            lines, trouble + " from " + request.endpoint() + "; is this a deployment of Comeback?");
                }
            } catch (IOException e) {
                trouble = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stopped(lines, "interrupted");
            }
        }
        throw stopped(lines, request.endpoint() + " does not take it (" + trouble + ")");
    }

    private HttpRequest posting(List<Line> lines) {
        String credentials = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        String query = "?preview=" + request.isPreview() + (request.startsOverdue() ? "&overdue=start" : "");
        URI address = request.endpoint().resolve("/v1/import" + query);
        return HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-ndjson")
                // A line of its own each, whatever it holds: so its number in the answer is its place here.
                .POST(BodyPublishers.ofString(lines.stream().map(Line::text).collect(Collectors.joining("\n"))))
                .build();
    }

    private NotImported stopped(List<Line> lines, String why) {
        int number = lines.getFirst().number();
        return new NotImported(
                request.isPreview()
                        ? "stopped: " + why
                        : "stopped before line " + number + ": " + why + "; go on with --from " + number);
    }
}
