package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.oracle.Violation;
import comeback.simulation.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found once is looked for in every build. A report's last line, without its beginning, becomes a line of the file. */
class SeedsTest {
    private static final Ground GROUND = Ground.of(Path.of("..", "templates"));

    static Stream<String> seeds() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "seeds.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_broken_once_holds(String line) {
        assertThat(played(line)).isEmpty();
    }

    private static List<Violation> played(String line) {
        Arguments arguments = Arguments.read(Arguments.words(line));
        return World.play(
                        GROUND,
                        arguments.world(arguments.seed(), arguments.rates().getFirst()))
                .violations();
    }
}
