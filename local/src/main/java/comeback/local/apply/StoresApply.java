package comeback.local.apply;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.storefile.StoreFiles;
import comeback.storefile.StoreFiles.Written;
import comeback.storefile.StoresFileInvalid;
import comeback.templates.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * Applies a stores file to a deployment, store by store in the file's order. Doing it twice is doing it once. The whole file
 * is read before the first store is handed over, so a mistake in it changes nothing.
 */
public final class StoresApply {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    /** As long as API Gateway lets a function work. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final URI endpoint;
    private final String adminKey;

    /**
     * For one deployment.
     *
     * @param endpoint its address, as the stack's output names it
     * @param adminKey its admin key, in the clear
     */
    public StoresApply(URI endpoint, String adminKey) {
        this.endpoint = endpoint;
        this.adminKey = adminKey;
    }

    /**
     * Reads an address from a command line.
     *
     * @throws NotApplied when the admin key should not be sent there
     */
    public static URI endpoint(String text) {
        try {
            URI uri = URI.create(text);
            boolean isLocal = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLocal))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw unclear(text);
        }
        throw unclear(text);
    }

    private static NotApplied unclear(String text) {
        return new NotApplied("--endpoint " + text + ": expected an address that begins with https://");
    }

    /**
     * Applies a file.
     *
     * @param told one line for each store, as soon as it is done
     * @throws StoresFileInvalid when the file has a mistake; nothing was changed then
     * @throws NotApplied when the deployment would not; stores that were told of are done
     */
    public void apply(Path file, Consumer<String> told) {
        List<Written> stores = StoreFiles.written(file.toString(), text(file));
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build()) {
            for (Written store : stores) {
                told.accept(put(http, store));
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StoresFileInvalid(List.of(new Problem(
                    file.toString(), 1, "cannot be read: " + e.getClass().getSimpleName())));
        }
    }

    private String put(HttpClient http, Written store) {
        String id = store.settings().store().id().value();
        String credentials = Base64.getEncoder().encodeToString((adminKey + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/v1/stores/" + id))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.print(store.tree())))
                .build();
        HttpResponse<String> answer = send(http, request, id);
        return switch (answer.statusCode()) {
            case 200, 201 -> line(id, store, Fields.of(Json.parseOwn(answer.body())));
            case 401 -> throw new NotApplied(id + ": COMEBACK_ADMIN_KEY is not the admin key of " + endpoint);
            default -> throw new NotApplied(id + ": " + refusal(answer));
        };
    }

    private HttpResponse<String> send(HttpClient http, HttpRequest request, String id) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotApplied(
                    id + ": " + endpoint + " does not answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotApplied(id + ": interrupted");
        }
    }

    private static String line(String id, Written store, Fields answer) {
        var line = new StringBuilder(id).append(": ");
        List<String> changed = answer.texts("changed");
        if (answer.truth("created").orElse(false)) {
            line.append("created");
            if (!store.settings().namesKeys()) {
                line.append("; it has no key yet, POST /v1/stores/").append(id).append("/keys makes one");
            }
        } else {
            line.append(changed.isEmpty() ? "as it was" : "changed " + String.join(", ", changed));
        }
        answer.texts("notes").forEach(note -> line.append("; ").append(note));
        return line.toString();
    }

    /** What a deployment says that cannot take it: perhaps it is older than this file. */
    private static String refusal(HttpResponse<String> answer) {
        if (Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)) instanceof Json.Parsed.Value(var object)) {
            Fields fields = Fields.of(object);
            List<String> problems = fields.texts("problems");
            return problems.isEmpty()
                    ? fields.text("error").or(() -> fields.text("message")).orElse("HTTP " + answer.statusCode())
                    : String.join("; ", problems);
        }
        return "HTTP " + answer.statusCode() + "; is this a deployment of Comeback?";
    }
}
