package comeback.render;

import comeback.flowfile.FlowFiles;
import java.nio.file.Path;
import java.util.List;

/** The letters of the flows that lie in {@code templates/}. */
public final class ShippedLetters {
    private static final Path SHIPPED = Path.of("..", "templates");

    private ShippedLetters() {}

    /** All letters of all flows of a templates folder. */
    public static List<SampleMessage> in(Path templates) {
        return FlowFiles.read(templates).all().stream()
                .flatMap(flow -> SampleMessage.of(flow).stream())
                .toList();
    }

    static List<SampleMessage> all() {
        return in(SHIPPED);
    }

    static SampleMessage named(String flow, String file) {
        return all().stream()
                .filter(message -> message.flow().equals(flow) && message.file().equals(file))
                .findFirst()
                .orElseThrow();
    }
}
