package comeback.local;

import comeback.YamlTree;
import comeback.json.Fields;
import comeback.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The document of the HTTP surface, as tests walk through it. */
public final class OpenApi {
    private static final Path DOCUMENT = Path.of("src/main/resources/comeback/local/page/openapi.yaml");

    /** What is asked about must have been told first, and what is deleted cannot be asked about. */
    private static final List<String> METHODS = List.of("post", "put", "get", "delete");

    private OpenApi() {}

    /**
     * A body as the document shows it.
     *
     * @param contentType absent when there is none
     * @param body empty when there is none
     */
    public record Example(Optional<String> contentType, String body) {}

    /**
     * One thing that can be asked.
     *
     * @param method in capitals
     * @param path with names in braces for what the document has no example of, and with the example's query
     * @param headers those that it wants beside a key
     * @param scheme the first security scheme that opens it, "basic" when it does not say, "none" for everybody's
     * @param status what its examples are answered with
     */
    public record Operation(
            String method,
            String path,
            Map<String, String> headers,
            String scheme,
            List<Example> examples,
            int status) {
        /** Whether something in its path has no example: what stands only in a letter, or is made first. */
        public boolean isOpen() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static Set<String> paths() {
        return document().asMap().keySet();
    }

    /** All of them, in an order in which each can be answered. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Fields paths = document();
        for (String method : METHODS) {
            for (String path : paths.asMap().keySet()) {
                Fields item = paths.objectOrEmpty(path);
                item.object(method).ifPresent(operation -> operations.add(operation(method, path, item, operation)));
            }
        }
        return operations;
    }

    private static Fields document() {
        return YamlTree.read(DOCUMENT).objectOrEmpty("paths");
    }

    private static Operation operation(String method, String path, Fields item, Fields operation) {
        List<Fields> parameters = new ArrayList<>(item.objects("parameters").orElse(List.of()));
        parameters.addAll(operation.objects("parameters").orElse(List.of()));
        int status = operation.objectOrEmpty("responses").asMap().keySet().stream()
                .map(String::valueOf)
                .filter(code -> code.startsWith("2") || code.startsWith("3"))
                .map(Integer::parseInt)
                .findFirst()
                .orElseThrow();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                address(path, parameters),
                headers(parameters),
                scheme(operation),
                examples(operation),
                status);
    }

    private static List<Example> examples(Fields operation) {
        if (!operation.has("requestBody")) {
            return List.of(new Example(Optional.empty(), ""));
        }
        List<Example> examples = new ArrayList<>();
        Fields content = operation.objectOrEmpty("requestBody").objectOrEmpty("content");
        for (String type : content.asMap().keySet()) {
            for (Object example : examplesOf(content.objectOrEmpty(type))) {
                String body = type.endsWith("form-urlencoded") ? form((Map<?, ?>) example) : Json.print(example);
                examples.add(new Example(Optional.of(type), body));
            }
        }
        return examples;
    }

    private static String form(Map<?, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<Object> examplesOf(Fields media) {
        List<Object> examples = new ArrayList<>();
        Optional.ofNullable(media.asMap().get("example")).ifPresent(examples::add);
        for (Object each : media.objectOrEmpty("examples").asMap().values()) {
            examples.add(((Map<?, ?>) each).get("value"));
        }
        return examples;
    }

    /** The first of those that open it; a store's key when it does not say. */
    private static String scheme(Fields operation) {
        if (operation.asMap().get("security") instanceof List<?> schemes) {
            return schemes.isEmpty()
                    ? "none"
                    : String.valueOf(
                            ((Map<?, ?>) schemes.getFirst()).keySet().iterator().next());
        }
        return "basic";
    }

    private static Map<String, String> headers(List<Fields> parameters) {
        Map<String, String> headers = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> parameter.text("in").equals(Optional.of("header")))
                .forEach(parameter -> parameter
                        .text("example")
                        .ifPresent(example -> headers.put(parameter.text("name").orElseThrow(), example)));
        return headers;
    }

    private static String address(String path, List<Fields> parameters) {
        String address = path;
        List<String> query = new ArrayList<>();
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
}
