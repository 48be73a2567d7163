package comeback.flowfile;

import comeback.flowfile.packed.PackedFlows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The build's own step: reads and checks all flow files, and leaves them in one file that functions read when they start. */
public final class FlowPacking {
    private FlowPacking() {}

    /**
     * Packs.
     *
     * @param arguments the templates folder, and the folder that gets the file
     */
    public static void main(String[] arguments) throws IOException {
        Path into = Files.createDirectories(Path.of(arguments[1]));
        Files.write(into.resolve(FlowFiles.PACKED), PackedFlows.pack(FlowFiles.read(Path.of(arguments[0]))));
    }
}
