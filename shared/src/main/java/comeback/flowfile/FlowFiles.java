package comeback.flowfile;

import comeback.flow.Flow;
import comeback.flow.Flows;
import comeback.flowfile.packed.PackedFlows;
import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All flows of a templates folder. */
public final class FlowFiles {
    private static final String FLOW_FILE = "flow.yaml";
    private static final String LETTER = ".vm";

    /** In the templates folder of a function's zip; never in a checkout. */
    static final String PACKED = "flows.packed";

    private FlowFiles() {}

    /**
     * Reads every folder that has a flow.yaml; a name that begins with "_" is no flow.
     *
     * @param folder templates/
     * @throws TemplatesInvalid with all mistakes of all files
     */
    public static Flows read(Path folder) {
        List<Flow> flows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ContentCheck content = new ContentCheck(parts(folder));
        for (Path flowFolder : folders(folder)) {
            Path file = flowFolder.resolve(FLOW_FILE);
            String name = flowFolder.getFileName() + "/" + FLOW_FILE;
            if (!Files.exists(file)) {
                problems.add(new Problem(name, 1, "this flow has no flow.yaml"));
                continue;
            }
            FlowFile read = FlowFile.read(
                    flowFolder.getFileName().toString(), name, text(file), Optional.of(letters(flowFolder)));
            read.flow().ifPresent(flow -> {
                flows.add(flow);
                List<Problem> shown = content.run(
                        flow.name(),
                        letters(flowFolder),
                        letter -> text(flowFolder.resolve(letter + LETTER)),
                        flow.leavesOut());
                problems.addAll(shown);
                if (shown.isEmpty()) {
                    problems.addAll(CouponLetters.check(flow, flowFolder));
                    problems.addAll(ShownLetters.check(flow, flowFolder));
                }
            });
            problems.addAll(read.problems());
        }
        if (!problems.isEmpty()) {
            throw new TemplatesInvalid(problems);
        }
        return new Flows(flows);
    }

    /**
     * Reads the flows as a function does when it starts: the build has read and checked them all, and left them in one file
     * beside theirs. Where no build has been, as in a checkout, the files themselves are read; the build has held their
     * letters against them, which takes ten times as long as all the rest.
     *
     * @param folder templates/, as it was packed
     * @throws TemplatesInvalid when a file is not one that the build let through
     */
    public static Flows checked(Path folder) {
        Path packed = folder.resolve(PACKED);
        if (Files.exists(packed)) {
            return PackedFlows.unpack(bytes(packed));
        }
        return new Flows(folders(folder).stream().map(FlowFiles::checkedFlow).toList());
    }

    private static Flow checkedFlow(Path flowFolder) {
        String flow = flowFolder.getFileName().toString();
        FlowFile read =
                FlowFile.read(flow, flow + "/" + FLOW_FILE, text(flowFolder.resolve(FLOW_FILE)), Optional.empty());
        return read.flow().orElseThrow(() -> new TemplatesInvalid(read.problems()));
    }

    /** A flow from the text of an older file; nothing when this version cannot read it any more. */
    public static Optional<Flow> former(String flow, String text) {
        return FlowFile.read(flow, flow + "/" + FLOW_FILE, text, Optional.empty())
                .flow();
    }

    /** The macros that letters are made of; a folder without them has none. */
    private static Map<String, String> parts(Path folder) {
        Path parts = folder.resolve("_parts");
        if (!Files.isDirectory(parts)) {
            return Map.of();
        }
        return letters(parts).stream()
                .map(name -> name + LETTER)
                .collect(Collectors.toMap(Function.identity(), file -> text(parts.resolve(file))));
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the templates folder " + folder, e);
        }
    }

    private static List<String> letters(Path flowFolder) {
        try (Stream<Path> entries = Files.list(flowFolder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(LETTER))
                    .map(name -> name.substring(0, name.length() - LETTER.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the flow's folder " + flowFolder, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
