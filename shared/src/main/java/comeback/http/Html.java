package comeback.http;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page. Text becomes one only by being escaped, so a shop's name can never turn into markup.
 *
 * @param markup finished
 */
public record Html(String markup) {
    public static final Html NONE = new Html("");

    private static final String GAP = "{}";

    /** Our own markup with a value for each {@value #GAP}, in order: Html stays as it is, all else is escaped. */
    public static Html of(String template, Object... values) {
        StringBuilder markup = new StringBuilder(template.length() + 200);
        Iterator<Object> next = List.of(values).iterator();
        int from = 0;
        for (int gap = template.indexOf(GAP); gap >= 0; gap = template.indexOf(GAP, from)) {
            markup.append(template, from, gap).append(piece(next.next()));
            from = gap + GAP.length();
        }
        if (next.hasNext()) {
            throw new IllegalArgumentException("more values than gaps in " + template);
        }
        return new Html(markup.append(template, from, template.length()).toString());
    }

    public static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }

    @Override
    public String toString() {
        return markup;
    }

    private static String piece(Object value) {
        return value instanceof Html html ? html.markup : escaped(value.toString());
    }

    /** Safe between tags and within double quotes. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
