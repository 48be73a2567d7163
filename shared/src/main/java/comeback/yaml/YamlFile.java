package comeback.yaml;

import comeback.templates.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One YAML file being read, and the mistakes found in it so far. */
public final class YamlFile {
    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    private YamlFile(String name) {
        this.name = name;
    }

    /**
     * Starts reading.
     *
     * @param name as it stands in messages
     * @param text the file's content
     */
    public static YamlObject read(String name, String text) {
        YamlFile file = new YamlFile(name);
        return new YamlObject(file, file.parse(text), 1);
    }

    private Optional<MappingNode> parse(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(false)
                    .build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            note(1, "expected settings, one \"name: value\" a line");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            note(line, "not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            note(1, "not valid YAML");
        } catch (StackOverflowError e) {
            // The library follows each bracket with a call of its own, and knows no limit.
            note(1, "nested too deep");
        }
        return Optional.empty();
    }

    void note(int line, String what) {
        problems.add(new Problem(name, line, what));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Where the text itself begins: that of a block ("|" or ">") below its sign. */
    static int lineOfText(Node node) {
        boolean isBlock = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        return lineOf(node) + (isBlock ? 1 : 0);
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
