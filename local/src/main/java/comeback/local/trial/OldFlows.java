package comeback.local.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The flows as they were: a folder that is there, or what git has of the folder, unpacked beside nothing of the user's and
 * deleted afterwards.
 *
 * @param isOurs whether it is deleted when it is closed
 */
record OldFlows(Path folder, boolean isOurs) implements AutoCloseable {
    /**
     * Finds them.
     *
     * @param old a folder, or a revision of the repository in which the flows lie
     * @param flows as they are now
     * @throws TrialUnclear when it is neither
     */
    static OldFlows of(String old, Path flows) throws IOException, InterruptedException {
        if (Files.isDirectory(Path.of(old))) {
            return new OldFlows(Path.of(old).toAbsolutePath().normalize(), false);
        }
        // Called in a folder, git packs that folder alone.
        Path pack = Files.createTempFile("comeback-flows", ".zip");
        Path folder = Files.createTempDirectory("comeback-flows");
        try {
            Process git = new ProcessBuilder(List.of("git", "archive", "--format=zip", "--output=" + pack, old))
                    .directory(flows.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new TrialUnclear("--old " + old + " is no folder, and git has no such flows: " + said.strip());
            }
            unpack(pack, folder);
            return new OldFlows(folder, true);
        } finally {
            Files.delete(pack);
        }
    }

    private static void unpack(Path pack, Path folder) throws IOException {
        try (InputStream packed = Files.newInputStream(pack);
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new TrialUnclear("git packed a path that leads out of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(folder.resolve(entry.getName()).getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!isOurs) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
