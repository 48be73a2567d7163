package comeback.flowfile;

import comeback.flow.Content;
import comeback.templates.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds letters that show what their flow leaves out. A kind of content is the macros of the parts file of its name, and the
 * value of its name; a macro that calls one of them shows it too.
 */
final class ContentCheck {
    private static final Pattern MACRO = Pattern.compile("#macro\\(\\s*(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("##.*");
    private static final Pattern CALL = Pattern.compile("#@?\\{?(\\w+)");
    private static final Pattern VALUE = Pattern.compile("\\$!?\\{?(\\w+)");
    private static final String PARTS_ENDING = ".vm";

    /** Kinds of content by the macro that shows them. */
    private final Map<String, Set<Content>> shown = new HashMap<>();

    /**
     * Reads the parts.
     *
     * @param parts the text of each parts file, by its name
     */
    ContentCheck(Map<String, String> parts) {
        parts.forEach((file, text) -> {
            for (Content kind : Content.values()) {
                if (file.equals(kind.words() + PARTS_ENDING)) {
                    bodies(text).keySet().forEach(macro -> add(macro, Set.of(kind)));
                }
            }
        });
        Map<String, String> all = new HashMap<>();
        parts.values().forEach(text -> all.putAll(bodies(text)));
        // Once for each level of macros that call macros, and there are no more levels than macros.
        for (int i = 0; i < all.size(); i++) {
            all.forEach((macro, body) -> add(macro, in(body)));
        }
    }

    /**
     * The mistakes in one flow's letters.
     *
     * @param folder the flow's
     * @param letters their names
     * @param text of a letter
     */
    List<Problem> run(String folder, List<String> letters, Function<String, String> text, Set<Content> leftOut) {
        return letters.stream()
                .flatMap(letter -> {
                    List<String> lines = text.apply(letter).lines().toList();
                    String file = folder + "/" + letter + PARTS_ENDING;
                    return IntStream.range(0, lines.size())
                            .boxed()
                            .flatMap(line -> in(lines.get(line)).stream()
                                    .filter(leftOut::contains)
                                    .map(kind -> new Problem(
                                            file,
                                            line + 1,
                                            "this flow leaves out " + kind.words() + ", and this shows some")));
                })
                .toList();
    }

    private void add(String macro, Set<Content> kinds) {
        Set<Content> both = new HashSet<>(shown.getOrDefault(macro, Set.of()));
        both.addAll(kinds);
        shown.put(macro, both);
    }

    private Set<Content> in(String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        Set<Content> kinds = new HashSet<>();
        for (Matcher call = CALL.matcher(code); call.find(); ) {
            kinds.addAll(shown.getOrDefault(call.group(1), Set.of()));
        }
        for (Matcher value = VALUE.matcher(code); value.find(); ) {
            for (Content kind : Content.values()) {
                if (kind.words().equals(value.group(1))) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    /** The text of each macro, from its name to the next one's. */
    private static Map<String, String> bodies(String text) {
        Map<String, String> bodies = new HashMap<>();
        Matcher matcher = MACRO.matcher(text);
        int from = 0;
        String name = "";
        while (matcher.find()) {
            if (!name.isEmpty()) {
                bodies.put(name, text.substring(from, matcher.start()));
            }
            name = matcher.group(1);
            from = matcher.end();
        }
        if (!name.isEmpty()) {
            bodies.put(name, text.substring(from));
        }
        return bodies;
    }
}
