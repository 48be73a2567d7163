package comeback.console;

import comeback.render.LetterWriter;
import comeback.render.Letters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The letters of the templates folder, read when somebody first looks at one: a start that only answers questions neither reads
 * nor parses them.
 */
final class LettersOnce implements Supplier<LetterWriter> {
    private final Path templates;
    private final List<LetterWriter> read = new ArrayList<>(1);

    LettersOnce(Path templates) {
        this.templates = templates;
    }

    @Override
    public synchronized LetterWriter get() {
        if (read.isEmpty()) {
            read.add(Letters.read(templates));
        }
        return read.getFirst();
    }
}
