package comeback.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * template.yaml as maps, lists and texts. The short forms are written out as CloudFormation does: {@code !Ref X} is
 * {@code {Ref: X}}, {@code !GetAtt X.Arn} is {@code {Fn::GetAtt: X.Arn}}.
 *
 * @param root the whole of it
 */
record Template(Map<String, Object> root) {
    private static final Path FILE = Path.of("../template.yaml");
    private static final String OUR_TAGS = "!";

    static Template read() {
        try {
            Node node = new Compose(LoadSettings.builder().build())
                    .composeString(Files.readString(FILE))
                    .orElseThrow();
            return new Template(map(value(node)));
        } catch (IOException e) {
            throw new UncheckedIOException("the template cannot be read", e);
        }
    }

    /**
     * A resource.
     *
     * @param name as it is called in the template
     * @param whole its type, properties and policies
     */
    record Resource(String name, Map<String, Object> whole) {
        String type() {
            return text(whole, "Type");
        }

        /** Under which condition it exists. */
        String condition() {
            return Template.find(whole, "Condition").map(String::valueOf).orElse("always");
        }

        /** What lies at this place under its properties. */
        Optional<Object> find(String... place) {
            return Template.find(map(whole, "Properties"), place);
        }

        Object at(String... place) {
            return find(place)
                    .orElseThrow(() -> new NoSuchElementException(name + " has no " + String.join(".", place)));
        }

        Map<String, Object> mapAt(String... place) {
            return find(place).map(Template::map).orElse(Map.of());
        }

        List<Object> listAt(String... place) {
            return find(place).map(Template::list).orElse(List.of());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    List<Resource> resources() {
        return map(root, "Resources").entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), map(entry.getValue())))
                .toList();
    }

    List<Resource> resources(String type) {
        return resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    List<Resource> functions() {
        return resources("AWS::Serverless::Function");
    }

    Resource resource(String name) {
        return resources().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the template has no " + name));
    }

    /** The role that a function runs with. */
    Resource role(Resource function) {
        return resource(target(function.at("Role")));
    }

    /** What this role may do: its own statements and those of the managed policies that it has. */
    List<Map<String, Object>> statements(Resource role) {
        Stream<Object> own = role.listAt("Policies").stream().map(policy -> at(policy, "PolicyDocument"));
        Stream<Object> managed = role.listAt("ManagedPolicyArns").stream()
                .map(arn -> resource(target(arn)).at("PolicyDocument"));
        return Stream.concat(own, managed).flatMap(Template::statementsIn).toList();
    }

    /** Every statement of every policy: what anybody may do, and who may do it to a queue or a topic. */
    List<Map<String, Object>> allStatements() {
        return resources().stream()
                .flatMap(resource -> Stream.concat(
                        Stream.of("PolicyDocument", "AssumeRolePolicyDocument")
                                .flatMap(place -> resource.find(place).stream()),
                        resource.listAt("Policies").stream().map(policy -> at(policy, "PolicyDocument"))))
                .flatMap(Template::statementsIn)
                .toList();
    }

    static Stream<Map<String, Object>> statementsIn(Object document) {
        return list(document, "Statement").stream().map(Template::map);
    }

    /** The resource that a reference names: X of {@code !Ref X}, {@code !Ref X.Alias} and {@code !GetAtt X.Arn}. */
    static String target(Object reference) {
        return find(reference, "Ref")
                .or(() -> find(reference, "Fn::GetAtt"))
                .map(named -> named.toString().replaceAll("\\..*", ""))
                .orElse("");
    }

    static Optional<Object> find(Object from, String... place) {
        Optional<Object> found = Optional.of(from);
        for (String name : place) {
            found = found.flatMap(
                    here -> here instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty());
        }
        return found;
    }

    static Object at(Object from, String... place) {
        return find(from, place).orElseThrow(() -> new NoSuchElementException("no " + String.join(".", place)));
    }

    static String text(Object from, String... place) {
        return at(from, place).toString();
    }

    /** One or many, as IAM writes them. */
    static List<String> texts(Object from, String... place) {
        return list(from, place).stream().map(String::valueOf).toList();
    }

    /** The map that lies there; empty, if none does. */
    @SuppressWarnings("unchecked") // They are made below, and their keys are texts.
    static Map<String, Object> map(Object from, String... place) {
        return find(from, place)
                .filter(Map.class::isInstance)
                .map(map -> (Map<String, Object>) map)
                .orElse(Map.of());
    }

    /** The list that lies there, or of what lies there alone; empty, if nothing does. */
    @SuppressWarnings("unchecked") // They are made below.
    static List<Object> list(Object from, String... place) {
        return find(from, place)
                .map(one -> one instanceof List<?> list ? (List<Object>) list : List.<Object>of(one))
                .orElse(List.of());
    }

    private static Object value(Node node) {
        String tag = node.getTag().getValue();
        Object plain = switch (node) {
            case MappingNode mapping -> mapped(mapping);
            case SequenceNode sequence ->
                sequence.getValue().stream().map(Template::value).toList();
            case ScalarNode scalar -> scalar.getValue();
            default -> throw new IllegalStateException("a template has no anchors: " + node);
        };
        if (!tag.startsWith(OUR_TAGS)) {
            return plain;
        }
        String name = tag.substring(OUR_TAGS.length());
        return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, plain);
    }

    private static Map<String, Object> mapped(MappingNode mapping) {
        var values = new LinkedHashMap<String, Object>();
        for (NodeTuple entry : mapping.getValue()) {
            values.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode()));
        }
        return values;
    }
}
