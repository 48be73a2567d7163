package comeback.yaml;

import comeback.templates.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A block of "name: value" in a YAML file. What is missing comes back empty; what is wrong comes back empty too and is
 * noted with its line.
 */
public final class YamlObject {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) ?(s|m|h|d)");

    /** Deeper than anything that people write. */
    private static final int DEPTH_MAX = 20;

    private final YamlFile file;
    private final Optional<MappingNode> node;
    private final int line;

    YamlObject(YamlFile file, Optional<MappingNode> node, int line) {
        this.file = file;
        this.node = node;
        this.line = line;
    }

    /** All mistakes found in the file so far. */
    public List<Problem> problems() {
        return file.problems();
    }

    /** The line on which this block begins. */
    public int line() {
        return line;
    }

    /** Notes a mistake in one of this block's values; at the block itself when there is no such value. */
    public void refuse(String name, String why) {
        refuse(name, 0, why);
    }

    /** Notes a mistake so many lines below the first of a value of several lines. */
    public void refuse(String name, int linesBelow, String why) {
        file.note(value(name).map(YamlFile::lineOfText).orElse(line) + linesBelow, why);
    }

    /** Names that nobody reads are typing mistakes. */
    public void refuseAllBut(String... known) {
        Set<String> allowed = new TreeSet<>(Set.of(known));
        for (NodeTuple tuple : tuples()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (!allowed.contains(name)) {
                file.note(
                        YamlFile.lineOf(tuple.getKeyNode()),
                        "unknown setting \"" + name + "\"; known here: " + String.join(", ", allowed));
            }
        }
    }

    /** The names of this block's values, in the file's order. */
    public List<String> names() {
        return tuples().stream()
                .map(NodeTuple::getKeyNode)
                .flatMap(key -> key instanceof ScalarNode scalar ? Stream.of(scalar.getValue()) : Stream.of())
                .toList();
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /** Whether the value is a block of settings, not a text or a list. */
    public boolean isBlock(String name) {
        return value(name).filter(MappingNode.class::isInstance).isPresent();
    }

    public Optional<String> text(String name) {
        Optional<Node> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        refuse(name, "\"" + name + "\" must be a text");
        return Optional.empty();
    }

    /** A text that must be there; when it is not, that is noted and an empty text stands for it. */
    public String neededText(String name) {
        Optional<String> text = text(name);
        if (!has(name)) {
            file.note(line, "\"" + name + "\" is missing");
        }
        return text.orElse("");
    }

    public Optional<Integer> integer(String name) {
        return parsed(name, Integer::valueOf, "a whole number");
    }

    /** What a parser makes of a text; an IllegalArgumentException of the parser is the mistake. */
    public <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                refuse(name, "\"" + name + "\" must be " + expected + ", not \"" + text + "\"");
                return Optional.empty();
            }
        });
    }

    /** "90s", "30m", "24h" or "7d". */
    public Optional<Duration> duration(String name) {
        return parsed(name, YamlObject::toDuration, "a time like 90s, 30m, 24h or 7d");
    }

    /**
     * A time, as files have it.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Duration toDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A list of texts; a single text stands for a list of one. */
    public List<String> texts(String name) {
        Optional<Node> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            return text(name).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            if (element instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                file.note(YamlFile.lineOf(element), "\"" + name + "\" must be a list of texts");
            }
        }
        return texts;
    }

    public Optional<YamlObject> object(String name) {
        Optional<Node> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof MappingNode mapping) {
            return Optional.of(new YamlObject(file, Optional.of(mapping), YamlFile.lineOf(mapping)));
        }
        refuse(name, "\"" + name + "\" must be a block of settings");
        return Optional.empty();
    }

    /** A block that must be there; when it is not, that is noted and an empty block stands for it. */
    public YamlObject neededObject(String name) {
        Optional<YamlObject> object = object(name);
        if (!has(name)) {
            file.note(line, "\"" + name + "\" is missing");
        }
        return object.orElseGet(() -> new YamlObject(file, Optional.empty(), line));
    }

    public List<YamlObject> objects(String name) {
        Optional<Node> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            refuse(name, "\"" + name + "\" must be a list");
            return List.of();
        }
        List<YamlObject> objects = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            if (element instanceof MappingNode mapping) {
                objects.add(new YamlObject(file, Optional.of(mapping), YamlFile.lineOf(mapping)));
            } else {
                file.note(YamlFile.lineOf(element), "each of \"" + name + "\" must be a block of settings");
            }
        }
        return objects;
    }

    /** This block as it stands there: blocks, lists and texts. What lies too deep is noted, and left out. */
    public Map<String, Object> tree() {
        return node.map(mapping -> tree(mapping, 0)).orElse(Map.of());
    }

    private Map<String, Object> tree(MappingNode mapping, int depth) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                value(tuple.getValueNode(), depth + 1).ifPresent(value -> tree.put(key.getValue(), value));
            }
        }
        return tree;
    }

    private Optional<Object> value(Node value, int depth) {
        if (depth > DEPTH_MAX) {
            file.note(YamlFile.lineOf(value), "nested too deep");
            return Optional.empty();
        }
        return switch (value) {
            case ScalarNode scalar -> Optional.of(scalar.getValue());
            case MappingNode mapping -> Optional.of(tree(mapping, depth));
            case SequenceNode sequence ->
                Optional.of(sequence.getValue().stream()
                        .flatMap(element -> value(element, depth + 1).stream())
                        .toList());
            default -> Optional.empty();
        };
    }

    private List<NodeTuple> tuples() {
        return node.map(MappingNode::getValue).orElse(List.of());
    }

    private Optional<Node> value(String name) {
        return tuples().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }
}
