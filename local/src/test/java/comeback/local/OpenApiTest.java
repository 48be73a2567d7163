package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Fields;
import comeback.json.Json;
import comeback.local.OpenApi.Example;
import comeback.local.OpenApi.Operation;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document of the HTTP surface says what is there, and nothing else. */
class OpenApiTest {
    private static final Path TEMPLATE = Path.of("../template.yaml");

    private static final Pattern ROUTE = Pattern.compile("ApiId: !Ref Api, Method: \\w+, Path: '([^']+)'");

    @Test
    void every_path_that_the_functions_know_stands_in_it_and_no_other() throws IOException {
        var known = new TreeSet<String>();
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            var answer = world.post("/v1/nowhere", "{}");
            known.addAll(Fields.of(Json.parseOwn(answer.body())).texts("paths"));
        }
        ROUTE.matcher(Files.readString(TEMPLATE)).results().forEach(route -> known.add(route.group(1)));

        assertThat(new TreeSet<>(OpenApi.paths())).isEqualTo(known);
    }

    @Test
    void every_example_in_it_is_answered_as_it_says() {
        try (var world = TestWorld.at("2026-03-02T09:00:00Z")) {
            for (Operation operation : OpenApi.operations()) {
                if (!operation.isOpen()) {
                    assertThat(operation.examples())
                            .as(operation + " has an example")
                            .isNotEmpty();
                    operation.examples().forEach(example -> assertAnswered(world, operation, example));
                }
            }
            assertThat(world.get("/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        }
    }

    private static void assertAnswered(TestWorld world, Operation operation, Example example) {
        HttpResponse<String> answer = send(world, operation, example);
        assertThat(answer.statusCode())
                .as(operation + " " + example.body() + " was answered with " + answer.body())
                .isEqualTo(operation.status());
    }

    private static HttpResponse<String> send(TestWorld world, Operation operation, Example example) {
        var request =
                world.request(operation.path()).method(operation.method(), BodyPublishers.ofString(example.body()));
        example.contentType().ifPresent(type -> request.header("Content-Type", type));
        operation.headers().forEach(request::header);
        Signed.headers(operation.scheme(), example.body()).forEach(request::header);
        return world.send(request);
    }
}
