package comeback.packing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Folders and jars, read as a JVM of this version reads them: what comes first wins, but lists of services are joined. */
final class ClassPath {
    static final String SERVICES = "META-INF/services/";
    private static final String LICENCES = "META-INF/licences/";

    private final SortedMap<String, Found> files = new TreeMap<>();

    private ClassPath() {}

    /** A file of it. */
    static final class Found {
        private final String library;
        private final byte[] bytes;

        Found(String library, byte[] bytes) {
            this.library = library;
            this.bytes = bytes;
        }

        /** The file name of the jar that it lies in, or the name of the folder's module. */
        String library() {
            return library;
        }

        /** What is in it; nobody changes that. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** By their names in it, such as {@code comeback/send/SendHandler.class}. */
    static SortedMap<String, Found> read(List<Path> places) throws IOException {
        var path = new ClassPath();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                path.addFolder(place);
            } else {
                path.addJar(place);
            }
        }
        return path.files;
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                add(folder.relativize(file).toString().replace('\\', '/'), name(folder), Files.readAllBytes(file));
            }
        }
    }

    private void addJar(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (JarEntry entry : jar.versionedStream().toList()) {
                if (!entry.isDirectory()) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        add(entry.getName(), name(file), content.readAllBytes());
                    }
                }
            }
        }
    }

    private void add(String name, String library, byte[] bytes) {
        if (name.startsWith(SERVICES)) {
            files.merge(name, new Found(library, bytes), ClassPath::joined);
        } else if (name.matches("META-INF/(LICEN[CS]E|NOTICE)[^/]*")) {
            files.put(LICENCES + library + "/" + name.substring("META-INF/".length()), new Found(library, bytes));
        } else if (!name.startsWith("META-INF/") && !name.equals("module-info.class")) {
            files.putIfAbsent(name, new Found(library, bytes));
        }
    }

    private static Found joined(Found one, Found other) {
        String both = new String(one.bytes(), StandardCharsets.UTF_8) + "\n"
                + new String(other.bytes(), StandardCharsets.UTF_8);
        return new Found(one.library(), both.getBytes(StandardCharsets.UTF_8));
    }

    /** A module's folder of classes goes by the module's name. */
    static String name(Path place) {
        Path named = place.endsWith("target/classes") ? place.resolve("../..").normalize() : place;
        return named.getFileName().toString();
    }
}
