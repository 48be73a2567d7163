package comeback.shopper.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines that are narrow enough: between words, and within one that is wider than a line. */
final class Wrapping {
    private final Type type;

    Wrapping(Type type) {
        this.type = type;
    }

    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (type.width(longer, size) > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(cut(longer, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** What is left of a word when as many whole lines as it fills are taken off it. */
    private String cut(String word, float size, float width, List<String> lines) {
        String rest = word;
        while (type.width(rest, size) > width && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.offsetByCodePoints(0, 1);
            while (type.width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
