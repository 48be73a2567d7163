package comeback.render;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of a words file. */
final class Phrase {
    /** MessageFormat takes a single apostrophe as the start of a quotation and swallows it. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)\\}");

    private final String file;
    private final int line;
    private final MessageFormat format;

    /** What stands before, between and after its values; empty when one of them is to be shown in a way of its own. */
    private final List<String> between;

    /** Which value comes after each of those but the last. */
    private final int[] order;

    /** Throws IllegalArgumentException, with words for the writer, when the pattern cannot be used. */
    Phrase(String file, int line, String pattern, Locale language) {
        if (LONE_APOSTROPHE.matcher(pattern).find()) {
            throw new IllegalArgumentException("an apostrophe is written ’ (or as two: '')");
        }
        this.file = file;
        this.line = line;
        format = new MessageFormat(pattern, language);
        List<String> texts = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        Matcher value = VALUE.matcher(pattern);
        int from = 0;
        while (value.find()) {
            texts.add(pattern.substring(from, value.start()).replace("''", "'"));
            values.add(Integer.parseInt(value.group(1)));
            from = value.end();
        }
        texts.add(pattern.substring(from).replace("''", "'"));
        boolean isPlain = texts.stream().noneMatch(text -> text.contains("{") || text.contains("}"));
        order = values.stream().mapToInt(Integer::intValue).toArray();
        between = isPlain ? List.copyOf(texts) : List.of();
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    /** How many values it asks for. */
    int arguments() {
        return format.getFormatsByArgumentIndex().length;
    }

    String with(Object... values) {
        return isPlainWith(values) ? joined(values) : formatted(values);
    }

    /** A letter asks for words some fifty times, and a format takes longer for one than the letter for all else. */
    private String joined(Object... values) {
        String text = between.getFirst();
        for (int i = 0; i < order.length; i++) {
            // Most have one value, and this makes no more than the words.
            text = text + values[order[i]] + between.get(i + 1);
        }
        return text;
    }

    private boolean isPlainWith(Object... values) {
        if (between.isEmpty()) {
            return false;
        }
        for (int which : order) {
            if (which >= values.length || !isPlain(values[which])) {
                return false;
            }
        }
        return true;
    }

    /** Larger numbers have marks between their digits, which differ by language. */
    private static boolean isPlain(Object value) {
        return value instanceof String || (value instanceof Integer number && number >= 0 && number < 1_000);
    }

    private String formatted(Object... values) {
        // A copy, because a MessageFormat may not be used by two threads at once.
        return ((MessageFormat) format.clone()).format(values);
    }
}
