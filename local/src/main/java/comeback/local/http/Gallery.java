package comeback.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every letter side by side, as {@code ./comeback gallery} wrote them.
 *
 * @param folder where they lie
 */
public record Gallery(Path folder) {
    /** What the page and its letters are made of; nothing else is given away. */
    private static final Pattern NAME = Pattern.compile("(?:shop/)?[a-z0-9-]+\\.(html|txt|png)");

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "txt", "text/plain; charset=utf-8", "png", "image/png");

    Optional<Answer> file(String name) {
        String wanted = name.isEmpty() ? "index.html" : name;
        var known = NAME.matcher(wanted);
        if (!known.matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(wanted);
        if (!Files.isRegularFile(file)) {
            return name.isEmpty() ? Optional.of(notWritten()) : Optional.empty();
        }
        try {
            String type = Optional.ofNullable(TYPES.get(known.group(1))).orElseThrow();
            return Optional.of(new Answer(
                    200, Map.of("Content-Type", type, "Cache-Control", "no-cache"), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Answer notWritten() {
        return Answer.text(
                404,
                "text/html",
                "<!doctype html><html lang=en><title>Every letter</title><p>The letters have not been written yet: run "
                        + "<code>./comeback gallery</code> and look again.");
    }
}
