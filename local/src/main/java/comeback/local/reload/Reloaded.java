package comeback.local.reload;

import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is read out of a folder, and read again as soon as a file there has changed. When the new state has
 * mistakes, the last good one stays in use and the mistakes are told.
 *
 * @param <T> what is read
 */
public final class Reloaded<T> implements Supplier<T> {
    private final Path folder;
    private final Function<Path, T> read;
    private final Consumer<List<Problem>> told;
    private Map<Path, String> seen;
    private T good;
    private List<Problem> problems = List.of();

    /**
     * Reads for the first time.
     *
     * @param read throws TemplatesInvalid when there are mistakes
     * @param told gets the mistakes of a later reading, and an empty list when they are mended
     * @throws TemplatesInvalid when there are mistakes already: then there is no good state to go on with
     */
    public Reloaded(Path folder, Function<Path, T> read, Consumer<List<Problem>> told) {
        this.folder = folder;
        this.read = read;
        this.told = told;
        seen = fingerprint();
        good = read.apply(folder);
    }

    /** The newest state that has no mistakes. */
    @Override
    public synchronized T get() {
        Map<Path, String> now = fingerprint();
        if (!now.equals(seen)) {
            seen = now;
            readAgain();
        }
        return good;
    }

    /** The mistakes in the files as they are now. */
    public synchronized List<Problem> problems() {
        get();
        return problems;
    }

    private void readAgain() {
        List<Problem> before = problems;
        try {
            good = read.apply(folder);
            problems = List.of();
        } catch (TemplatesInvalid e) {
            problems = e.problems();
        } catch (UncheckedIOException e) {
            // A file vanished between the look and the reading, as editors do: read again at the next call.
            seen = Map.of();
        }
        if (!problems.equals(before)) {
            told.accept(problems);
        }
    }

    /** Name, size and time of every file. An editor that writes the same bytes again costs one more reading. */
    private Map<Path, String> fingerprint() {
        var files = new TreeMap<Path, String>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.put(file, attributes.size() + "@" + attributes.lastModifiedTime());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Deleted while we looked, as editors do: the next look sees what took its place.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
        return files;
    }
}
