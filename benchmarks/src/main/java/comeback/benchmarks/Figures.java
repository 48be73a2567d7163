package comeback.benchmarks;

import comeback.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts what was measured into the README, between two comments. */
final class Figures {
    private static final String BEGIN = "<!-- rendering: written by ./mvnw -Pbenchmarks -->";
    private static final String END = "<!-- end of rendering -->";

    /** As the table names them, in its order. */
    private static final Map<String, String> LETTERS =
            Map.of("velocity", "Velocity, as `send` does", "byJte", "jte 3.2.1", "byHand", "by hand");

    private static final List<String> ORDER = List.of("velocity", "byJte", "byHand");

    private Figures() {}

    /**
     * What one benchmark came to.
     *
     * @param micros a call
     * @param error of that, in the same
     * @param bytes thrown away by a call
     */
    private record Figure(double micros, double error, double bytes) {}

    /** Takes JMH's file and the README. */
    public static void main(String[] arguments) throws IOException {
        Map<String, Figure> figures = read(Path.of(arguments[0]));
        if (!figures.keySet().containsAll(ORDER)) {
            return; // Something else was measured.
        }
        Path readme = Path.of(arguments[1]);
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IllegalStateException("the README has no place for the figures");
        }
        Files.writeString(readme, text.substring(0, begin) + "\n" + table(figures) + text.substring(end));
    }

    private static String table(Map<String, Figure> figures) {
        double jte = figures.get("byJte").micros();
        StringBuilder table = new StringBuilder("| the same letter of 40 KB | µs | beside jte | thrown away |\n|---|---|---|---|\n");
        for (String name : ORDER) {
            Figure figure = figures.get(name);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f ± %.1f | %.2f | %.1f KB |%n",
                    LETTERS.get(name),
                    figure.micros(),
                    figure.error(),
                    figure.micros() / jte,
                    figure.bytes() / 1_000));
        }
        return table.toString();
    }

    private static Map<String, Figure> read(Path file) throws IOException {
        String json = "{\"runs\":" + Files.readString(file, StandardCharsets.UTF_8) + "}";
        Map<String, Figure> figures = new TreeMap<>();
        for (Object run : (List<?>) Json.parseOwn(json).get("runs")) {
            Map<?, ?> told = (Map<?, ?>) run;
            Map<?, ?> time = (Map<?, ?>) told.get("primaryMetric");
            Map<?, ?> others = (Map<?, ?>) told.get("secondaryMetrics");
            Map<?, ?> garbage = (Map<?, ?>) others.get("gc.alloc.rate.norm");
            String name = String.valueOf(told.get("benchmark"));
            figures.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    new Figure(number(time, "score"), number(time, "scoreError"), number(garbage, "score")));
        }
        return figures;
    }

    private static double number(Map<?, ?> metric, String name) {
        return Double.parseDouble(String.valueOf(metric.get(name)));
    }
}
