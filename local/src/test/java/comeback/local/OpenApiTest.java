package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.YamlTree;
import comeback.json.Fields;
import comeback.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document of the HTTP surface says what is there, and nothing else. */
class OpenApiTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/comeback/local/page/openapi.yaml");
    private static final Path TEMPLATE = Path.of("../template.yaml");

    private static final Pattern ROUTE = Pattern.compile("ApiId: !Ref Api, Method: \\w+, Path: '([^']+)'");

    /** What is asked about must have been told first, and what is deleted cannot be asked about. */
    private static final List<String> METHODS = List.of("post", "put", "get", "delete");

    /** One example of the document, as a request and the status that it promises. */
    private record Call(
            String method, String path, Optional<String> contentType, String body, boolean hasKey, int status) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path + " " + body;
        }
    }

    private final Fields paths = YamlTree.read(DOCUMENT).objectOrEmpty("paths");

    @Test
    void every_path_that_the_functions_know_stands_in_it_and_no_other() throws IOException {
        var known = new TreeSet<String>();
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var answer = world.post("/v1/nowhere", "{}");
            known.addAll(Fields.of(Json.parseOwn(answer.body())).texts("paths"));
        }
        ROUTE.matcher(Files.readString(TEMPLATE)).results().forEach(route -> known.add(route.group(1)));

        assertThat(new TreeSet<>(paths.asMap().keySet())).isEqualTo(known);
    }

    @Test
    void every_example_in_it_is_answered_as_it_says() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            for (Call call : calls()) {
                var answer = send(world, call);
                assertThat(answer.statusCode())
                        .as(call + " was answered with " + answer.body())
                        .isEqualTo(call.status());
            }
            assertThat(world.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        }
    }

    private static HttpResponse<String> send(TestWorld world, Call call) {
        var request = world.request(call.path())
                .method(call.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString(call.body()));
        call.contentType().ifPresent(type -> request.header("Content-Type", type));
        if (call.hasKey()) {
            byte[] pair = "sk_demo:".getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return world.send(request);
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (String path : paths.asMap().keySet()) {
            Fields item = paths.objectOrEmpty(path);
            for (String method : METHODS) {
                item.object(method).ifPresent(operation -> calls.addAll(calls(method, path, item, operation)));
            }
        }
        calls.sort(Comparator.comparingInt(call -> METHODS.indexOf(call.method())));
        return calls;
    }

    private static List<Call> calls(String method, String path, Fields item, Fields operation) {
        var parameters = new ArrayList<>(item.objects("parameters").orElse(List.of()));
        parameters.addAll(operation.objects("parameters").orElse(List.of()));
        String address = address(path, parameters);
        // What stands only in a letter, like an unsubscribe link, has no example.
        if (address.contains("{")) {
            return List.of();
        }
        boolean hasKey = !(operation.asMap().get("security") instanceof List<?> none && none.isEmpty());
        int status = operation.objectOrEmpty("responses").asMap().keySet().stream()
                .map(String::valueOf)
                .filter(code -> code.startsWith("2"))
                .map(Integer::parseInt)
                .findFirst()
                .orElseThrow();
        if (!operation.has("requestBody")) {
            return List.of(new Call(method, address, Optional.empty(), "", hasKey, status));
        }
        var calls = new ArrayList<Call>();
        Fields content = operation.objectOrEmpty("requestBody").objectOrEmpty("content");
        for (String type : content.asMap().keySet()) {
            for (Object example : examples(content.objectOrEmpty(type))) {
                calls.add(new Call(method, address, Optional.of(type), Json.print(example), hasKey, status));
            }
        }
        assertThat(calls).as(method + " " + path + " has an example").isNotEmpty();
        return calls;
    }

    private static String address(String path, List<Fields> parameters) {
        String address = path;
        var query = new ArrayList<String>();
        for (Fields parameter : parameters) {
            String name = parameter.text("name").orElseThrow();
            Optional<String> example = parameter.text("example");
            if (example.isPresent() && parameter.text("in").equals(Optional.of("query"))) {
                query.add(name + "=" + example.get());
            }
            address = address.replace("{" + name + "}", example.orElse("{" + name + "}"));
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private static List<Object> examples(Fields media) {
        var examples = new ArrayList<Object>();
        Optional.ofNullable(media.asMap().get("example")).ifPresent(examples::add);
        Fields named = media.objectOrEmpty("examples");
        for (Map.Entry<String, Object> each : named.asMap().entrySet()) {
            examples.add(((Map<?, ?>) each.getValue()).get("value"));
        }
        return examples;
    }
}
