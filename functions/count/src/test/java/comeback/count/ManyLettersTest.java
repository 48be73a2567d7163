package comeback.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** However many letters went, counting them takes no more room. Run with {@code -Dletters=1000000} for a million. */
class ManyLettersTest {
    private static final int LETTERS = Integer.getInteger("letters", 20_000);
    private static final String ROOM = "-Xmx24m";

    @Test
    void a_million_letters_are_counted_in_as_little_room_as_a_few_and_as_a_recount_has_them()
            throws IOException, InterruptedException {
        Process counting = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ROOM,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyLettersCounted.class.getName(),
                        Integer.toString(LETTERS))
                .redirectErrorStream(true)
                .start();
        String said = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(counting.waitFor()).as(said).isZero();
        assertThat(said).startsWith(LETTERS + " letters counted from ");
        System.out.print(said);
    }
}
