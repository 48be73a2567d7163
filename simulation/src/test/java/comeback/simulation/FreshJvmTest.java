package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.edge.Seam;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreshJvmTest {
    /** Prints the traces of a world at both seams: started in a JVM of its own, with another collector and another compiler. */
    public static void main(String[] none) {
        System.out.print(traces());
    }

    private static String traces() {
        Ground ground = Ground.of(Path.of("..", "templates"));
        return Stream.of(
                        WorldOptions.usual(21, 0.05).sized(4, 20),
                        WorldOptions.usual(22, 0.05).sized(3, 10).at(Seam.Kind.SDK))
                .map(options -> World.play(ground, options))
                .map(world -> world.faults().size() + " faults, trace " + world.trace())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void another_jvm_plays_the_same_world_at_either_seam() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        FreshJvmTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(there).isEqualTo(traces()).doesNotContainPattern("(?m)^0 faults");
    }
}
