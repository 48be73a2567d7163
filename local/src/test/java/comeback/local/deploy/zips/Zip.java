package comeback.local.deploy.zips;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What lies in a function's zip.
 *
 * @param function its folder
 * @param bytes how large it is, packed
 * @param libraries how much of each is in it
 * @param classes how many classes, ours and the libraries', and those that lambdas were made
 * @param ours the names of our own classes' files, but for those that other functions have, too
 */
record Zip(String function, long bytes, List<Library> libraries, long classes, List<String> ours) {
    /**
     * A library of which something is in it.
     *
     * @param jar its file's name
     * @param taken how many of its classes are in the zip
     * @param all how many it has
     * @param bytes those taken, unpacked, before their lambdas were made classes
     */
    record Library(String jar, int taken, int all, long bytes) {
        private static Library of(String line) {
            String[] words = line.split(",", -1);
            return new Library(
                    words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
        }
    }

    private static Zip read(String function, Path file) {
        try (var zip = new ZipFile(file.toFile());
                InputStream libraries = zip.getInputStream(zip.getEntry("META-INF/libraries.csv"))) {
            List<String> classes = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            return new Zip(
                    function,
                    Files.size(file),
                    new String(libraries.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(Library::of)
                            .toList(),
                    classes.size(),
                    classes.stream()
                            .filter(name -> name.startsWith("comeback/" + function + "/"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    /** Every function's, in the order of their names. */
    static List<Zip> all() {
        try (Stream<Path> folders = Files.list(Path.of("../functions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("target/function.zip")))
                    .sorted()
                    .map(folder -> read(folder.toFile().getName(), folder.resolve("target/function.zip")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the functions cannot be listed", e);
        }
    }

    /** Whether anything of a library of this name is in it, whatever its version. */
    boolean has(String library) {
        return libraries.stream().anyMatch(it -> it.jar().matches(library + "-\\d.*"));
    }

    String row() {
        return String.format(
                Locale.ROOT, "| `%s` | %.1f MB | %d | %,d |%n", function, bytes / 1e6, libraries.size(), classes);
    }
}
