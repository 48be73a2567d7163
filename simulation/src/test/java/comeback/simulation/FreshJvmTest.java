package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.simulation.edge.Ground;
import comeback.simulation.world.World;
import comeback.simulation.world.WorldOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {
    private static final WorldOptions OPTIONS = WorldOptions.usual(21, 0.05).sized(4, 20);

    /** Prints a world's trace: started in a JVM of its own, with another collector and another compiler. */
    public static void main(String[] none) {
        System.out.print(
                World.play(Ground.of(Path.of("..", "templates")), OPTIONS).trace());
    }

    @Test
    void another_jvm_plays_the_same_world() throws IOException, InterruptedException {
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
        assertThat(there)
                .isEqualTo(Long.toString(World.play(Ground.of(Path.of("..", "templates")), OPTIONS)
                        .trace()));
    }
}
