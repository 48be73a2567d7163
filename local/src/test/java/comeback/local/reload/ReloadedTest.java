package comeback.local.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone edits the words while the world runs. */
final class ReloadedTest {
    private final List<List<Problem>> told = new ArrayList<>();
    private int readings;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void write_the_first_words() throws IOException {
        Files.createDirectories(folder.resolve("cart"));
        write("first");
    }

    @Test
    void what_did_not_change_is_not_read_again() {
        Reloaded<String> words = words();
        assertThat(words.get()).isEqualTo("first");
        assertThat(words.get()).isEqualTo("first");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void a_change_shows_at_once() throws IOException {
        Reloaded<String> words = words();
        write("second");
        assertThat(words.get()).isEqualTo("second");
    }

    @Test
    void a_new_file_and_a_deleted_one_are_changes_too() throws IOException {
        Reloaded<String> words = words();
        Files.writeString(folder.resolve("cart/more"), "");
        words.get();
        Files.delete(folder.resolve("cart/more"));
        words.get();
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void a_mistake_is_told_and_the_last_good_words_stay() throws IOException {
        Reloaded<String> words = words();
        write("wrong!");
        assertThat(words.get()).isEqualTo("first");
        assertThat(words.problems()).extracting(Problem::toString).containsExactly("cart/words:1: no \"!\" here");
        assertThat(words.get()).isEqualTo("first");
        write("mended");
        assertThat(words.get()).isEqualTo("mended");
        assertThat(words.problems()).isEmpty();
        assertThat(told).extracting(List::size).containsExactly(1, 0);
    }

    @Test
    void there_is_nothing_to_start_with_when_the_first_words_are_wrong() throws IOException {
        write("wrong!");
        assertThatThrownBy(this::words).isInstanceOf(TemplatesInvalid.class).hasMessageContaining("cart/words:1");
    }

    private Reloaded<String> words() {
        return new Reloaded<>(folder, this::read, told::add);
    }

    private String read(Path from) {
        readings++;
        try {
            String text = Files.readString(from.resolve("cart/words"));
            if (text.contains("!")) {
                throw new TemplatesInvalid(List.of(new Problem("cart/words", 1, "no \"!\" here")));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("cart/words"), text);
    }
}
