package comeback.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    @TempDir
    Path home;

    private Optional<String> shown(String name) {
        return new Gallery(home.resolve("gallery"))
                .file(name)
                .map(answer -> new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    void what_was_written_is_shown_and_nothing_beside_it() throws IOException {
        Path gallery = home.resolve("gallery");
        Files.createDirectories(gallery.resolve("shop"));
        Files.writeString(home.resolve("secret.txt"), "a secret");
        Files.writeString(gallery.resolve("index.html"), "every letter");
        Files.writeString(gallery.resolve("cart-need-help-en-usual.txt"), "a letter");
        Files.writeString(gallery.resolve("shop/mug.png"), "a picture");

        assertThat(shown("")).contains("every letter");
        assertThat(shown("cart-need-help-en-usual.txt")).contains("a letter");
        assertThat(shown("shop/mug.png")).contains("a picture");
        assertThat(shown("../secret.txt")).isEmpty();
        assertThat(shown("..%2fsecret.txt")).isEmpty();
        assertThat(shown("shop/../../secret.txt")).isEmpty();
        assertThat(shown("other.html")).isEmpty();
    }

    @Test
    void who_has_not_written_it_yet_is_told_how() {
        assertThat(shown("").orElseThrow()).contains("./comeback gallery");
    }
}
