package comeback.local.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A templates folder for one story: the shop's own parts, and a flow with letters that say nothing but their names. */
final class TestTemplates {
    private static final Path SHIPPED = Path.of("../templates");

    private TestTemplates() {}

    /** Writes the folder; gives it back. */
    static Path in(Path folder, String flow, String file, String... letters) {
        try {
            Path parts = Files.createDirectories(folder.resolve("_parts"));
            try (Stream<Path> shipped = Files.list(SHIPPED.resolve("_parts"))) {
                for (Path part : shipped.toList()) {
                    Files.copy(part, parts.resolve(part.getFileName()));
                }
            }
            Path own = Files.createDirectories(folder.resolve(flow));
            Files.writeString(own.resolve("flow.yaml"), file);
            StringBuilder words = new StringBuilder();
            for (String letter : letters) {
                String text = "$t.get('" + letter + ".text')";
                Files.writeString(
                        own.resolve(letter + ".vm"),
                        "#@letter(" + text + " " + text + " " + text + ")\n#heading(" + text + ")\n#end\n");
                words.append(letter)
                        .append(".text = The letter ")
                        .append(letter)
                        .append('\n');
            }
            for (String language : List.of("", "_ko", "_tr")) {
                Files.writeString(own.resolve("words" + language + ".properties"), words);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the templates of a story", e);
        }
    }
}
