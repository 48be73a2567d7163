package comeback.ingest.importing;

import comeback.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of an import: one JSON object a line, or a list of them. Lines are counted as an editor counts them, elements of a
 * list from one.
 *
 * @param lines in their order; blank ones are none
 * @param broken why the body is no such thing; absent when it is one
 */
public record ImportLines(List<Line> lines, Optional<String> broken) {
    /** More take longer than API Gateway waits. */
    public static final int MAX = 1_000;

    private static final String LIST = "lines";

    public ImportLines {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number from one
     * @param parsed its object, or why it is none
     */
    public record Line(int number, Json.Parsed parsed) {}

    /** Whether a body is a batch of the Segment family, whose Java client posts to the same path. */
    public static boolean isBatch(byte[] body) {
        return first(body) == '{'
                && Json.parse(body) instanceof Json.Parsed.Value(Map<String, Object> object)
                && object.containsKey("batch");
    }

    /** What is in a body: a list when it begins like one, else lines. */
    public static ImportLines in(byte[] body) {
        if (first(body) != '[') {
            return ofLines(body);
        }
        List<Line> lines = new ArrayList<>();
        return bounded(lines, elements(body, lines));
    }

    /** The lines of a body. */
    public static ImportLines ofLines(byte[] body) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : new String(body, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!text.isBlank()) {
                lines.add(new Line(number, Json.parse(text.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return bounded(lines, Optional.empty());
    }

    private static ImportLines bounded(List<Line> lines, Optional<String> why) {
        Optional<String> broken = why;
        if (broken.isEmpty() && lines.isEmpty()) {
            broken = Optional.of("body: expected lines of JSON objects, or a list of them");
        }
        if (broken.isEmpty() && lines.size() > MAX) {
            broken = Optional.of("body: " + lines.size() + " lines; at most " + MAX + " in one request");
        }
        return new ImportLines(broken.isEmpty() ? lines : List.of(), broken);
    }

    private static Optional<String> elements(byte[] body, List<Line> lines) {
        return switch (Json.parseList(body, LIST)) {
            case Json.Parsed.Broken(String why) -> Optional.of("body: " + why);
            case Json.Parsed.Value(Map<String, Object> object) -> {
                for (Object element : object.get(LIST) instanceof List<?> list ? list : List.of()) {
                    lines.add(new Line(lines.size() + 1, Json.asParsed(element)));
                }
                yield Optional.empty();
            }
        };
    }

    /** The first byte that is no blank; zero when there is none. */
    private static byte first(byte[] body) {
        for (byte one : body) {
            if (!Character.isWhitespace(one)) {
                return one;
            }
        }
        return 0;
    }
}
