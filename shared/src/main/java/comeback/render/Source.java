package comeback.render;

import comeback.templates.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One template or words file.
 *
 * @param folder the flow, or {@value #PARTS}
 * @param name of the file
 * @param text what is in it
 */
record Source(String folder, String name, String text) {
    /** Where the macros and the words lie that all flows share. */
    static final String PARTS = "_parts";

    private static final String TEMPLATE = ".vm";

    String file() {
        return folder + "/" + name;
    }

    boolean isPart() {
        return folder.equals(PARTS);
    }

    boolean isTemplate() {
        return name.endsWith(TEMPLATE);
    }

    /** The message that this template is: its name without ".vm". */
    String message() {
        return name.substring(0, name.length() - TEMPLATE.length());
    }

    /** All of them, the shared parts first, else in the order of their names. */
    static List<Source> readAll(Path templates, List<Problem> problems) {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> folders = Files.list(templates)) {
            for (Path folder : folders.filter(Source::holdsLetters).sorted().toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    String name = folder.getFileName().toString();
                    files.filter(Source::isOurs).sorted().forEach(file -> read(name, file, sources, problems));
                }
            }
        } catch (IOException e) {
            problems.add(new Problem(".", 1, "the templates folder cannot be read: " + e));
        }
        return sources;
    }

    private static boolean holdsLetters(Path folder) {
        String name = folder.getFileName().toString();
        return Files.isDirectory(folder) && (name.equals(PARTS) || Character.isLetterOrDigit(name.codePointAt(0)));
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(TEMPLATE) || name.endsWith(".properties");
    }

    private static void read(String folder, Path file, List<Source> sources, List<Problem> problems) {
        String name = file.getFileName().toString();
        try {
            // A decoder of our own, because the usual ones put a question mark in place of what is not UTF-8.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            sources.add(new Source(folder, name, text));
        } catch (CharacterCodingException e) {
            problems.add(new Problem(folder + "/" + name, 1, "the file is not UTF-8"));
        } catch (IOException e) {
            problems.add(new Problem(folder + "/" + name, 1, "the file cannot be read: " + e));
        }
    }
}
