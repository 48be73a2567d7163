package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line. */
final class OptionsTest {
    @TempDir
    private Path templates = Path.of(".");

    @Test
    void without_options_there_is_the_demo_store_on_port_8080() {
        Options options = Options.read(List.of("--templates", templates.toString()));
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.stores()).extracting(store -> store.id().value()).containsExactly("demo");
    }

    @Test
    void what_is_wrong_is_said_in_one_line() {
        refused("unknown option --prot; there are --port NUMBER", "--prot", "80");
        refused("--port needs a value", "--port");
        refused("--port needs a value", "--port", "--stores");
        refused("--port 70000: expected a number from 0 to 65535", "--port", "70000");
        refused("--port x: expected a number from 0 to 65535", "--port", "x");
        refused("there is no folder nowhere", "--templates", "nowhere");
        refused("nothing.yaml:1: cannot be read", "--stores", "nothing.yaml");
    }

    private static void refused(String because, String... arguments) {
        assertThatThrownBy(() -> Options.read(List.of(arguments)))
                .hasMessageContaining(because)
                .message()
                .doesNotContain("\n");
    }
}
