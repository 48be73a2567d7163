package comeback.packing;

import comeback.packing.ClassPath.Found;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a function for Lambda, so that it starts with little work: its classes and those that they may need of the libraries
 * lie unpacked in one zip, which starts faster than jars do, and lambdas are classes, as a JVM would otherwise have to make each
 * when it first comes by. The same classes give the same bytes, wherever and whenever.
 *
 * <p>Arguments: the zip; the function's folder of classes; its class path; then folders and where they go,
 * as {@code templates=/home/me/comeback/templates}.
 */
public final class FunctionZip {
    /** Which libraries are in it, and how much of each. */
    static final String LIBRARIES = "META-INF/libraries.csv";

    // What a zip can say at the earliest.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FunctionZip() {}

    /** Packs one. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Path classes = Path.of(words.get(1));
        List<Path> places = new ArrayList<>(List.of(classes));
        for (String place : words.get(2).split(File.pathSeparator, -1)) {
            places.add(Path.of(place));
        }
        SortedMap<String, Found> all = ClassPath.read(places.stream().distinct().toList());
        SortedMap<String, Found> needed = Needed.by(ClassPath.name(classes), all);
        var files = new TreeMap<String, byte[]>(LambdaClasses.in(needed, all));
        files.put(LIBRARIES, libraries(needed, all).getBytes(StandardCharsets.UTF_8));
        for (String folder : words.subList(3, words.size())) {
            int at = folder.indexOf('=');
            Path from = Path.of(folder.substring(at + 1));
            try (Stream<Path> found = Files.walk(from)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    String name = from.relativize(file).toString().replace('\\', '/');
                    files.put(folder.substring(0, at) + "/" + name, Files.readAllBytes(file));
                }
            }
        }
        write(files, Path.of(words.getFirst()));
    }

    private static void write(SortedMap<String, byte[]> files, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
    }

    /** A line for each: its file's name, how many of its classes are in the zip, how many it has, and their bytes. */
    private static String libraries(SortedMap<String, Found> needed, SortedMap<String, Found> all) {
        return needed.values().stream()
                .map(Found::library)
                .distinct()
                .sorted()
                .map(library -> {
                    List<Found> taken = classesOf(library, needed);
                    return String.format(
                            Locale.ROOT,
                            "%s,%d,%d,%d%n",
                            library,
                            taken.size(),
                            classesOf(library, all).size(),
                            taken.stream().mapToInt(file -> file.bytes().length).sum());
                })
                .collect(Collectors.joining("", "library,classes in here,classes of it,bytes unpacked\n", ""));
    }

    private static List<Found> classesOf(String library, SortedMap<String, Found> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".class")
                        && file.getValue().library().equals(library))
                .map(Map.Entry::getValue)
                .toList();
    }
}
