package comeback.simulation.edge;

import comeback.flow.Flows;
import comeback.flowfile.FlowFiles;
import comeback.render.Letters;
import java.nio.file.Path;

/**
 * What all worlds stand on: the flows and letters that ship.
 *
 * @param flows read once
 * @param letters parsed once
 */
public record Ground(Flows flows, Letters letters) {
    /** Reads {@code templates/}. */
    public static Ground of(Path templates) {
        return new Ground(FlowFiles.read(templates), Letters.read(templates));
    }
}
