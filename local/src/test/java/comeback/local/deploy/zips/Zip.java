package comeback.local.deploy.zips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What lies in a function's zip.
 *
 * @param function its folder
 * @param bytes how large it is, packed
 * @param jars the libraries' file names
 * @param classes how many classes, ours and the libraries'
 * @param ours the names of our own classes' files
 */
record Zip(String function, long bytes, List<String> jars, long classes, List<String> ours) {
    private static Zip read(String function, Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var entries = zip.stream().toList();
            long inJars = 0;
            for (ZipEntry jar : entries.stream().filter(Zip::isJar).toList()) {
                try (var content = zip.getInputStream(jar)) {
                    inJars += classesIn(content.readAllBytes());
                }
            }
            List<String> ours =
                    entries.stream().map(ZipEntry::getName).filter(Zip::isClass).toList();
            return new Zip(
                    function,
                    Files.size(file),
                    entries.stream()
                            .filter(Zip::isJar)
                            .map(entry -> entry.getName().substring("lib/".length()))
                            .sorted()
                            .toList(),
                    inJars + ours.size(),
                    ours);
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

    /** Whether a library of this name is in it, whatever its version. */
    boolean has(String library) {
        return jars.stream().anyMatch(jar -> jar.matches(library + "-\\d.*"));
    }

    String row() {
        return String.format(
                Locale.ROOT, "| `%s` | %.1f MB | %d | %,d |%n", function, bytes / 1e6, jars.size(), classes);
    }

    private static boolean isJar(ZipEntry entry) {
        return entry.getName().matches("lib/.*\\.jar");
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
    }

    private static long classesIn(byte[] jar) throws IOException {
        long classes = 0;
        try (var entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                classes += isClass(entry.getName()) ? 1 : 0;
            }
        }
        return classes;
    }
}
