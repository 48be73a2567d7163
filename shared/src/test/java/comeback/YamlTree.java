package comeback;

import comeback.json.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A YAML document of the repository, for a test that compares it with what the functions do. */
public final class YamlTree {
    /** A document about many paths says much of it once. */
    private static final int ALIASES_MAX = 500;

    private YamlTree() {}

    /** The document, read as an object of a request is. */
    public static Fields read(Path file) {
        try {
            var settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setMaxAliasesForCollections(ALIASES_MAX)
                    .build();
            Object tree = new Load(settings).loadFromString(Files.readString(file));
            var object = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) tree).forEach((name, value) -> object.put(String.valueOf(name), value));
            return Fields.of(object);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
