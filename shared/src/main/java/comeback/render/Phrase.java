package comeback.render;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** One entry of a words file. */
final class Phrase {
    /** MessageFormat takes a single apostrophe as the start of a quotation and swallows it. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    private final String file;
    private final int line;
    private final MessageFormat format;

    /** Throws IllegalArgumentException, with words for the writer, when the pattern cannot be used. */
    Phrase(String file, int line, String pattern, Locale language) {
        if (LONE_APOSTROPHE.matcher(pattern).find()) {
            throw new IllegalArgumentException("an apostrophe is written ’ (or as two: '')");
        }
        this.file = file;
        this.line = line;
        format = new MessageFormat(pattern, language);
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
        // A copy, because a MessageFormat may not be used by two threads at once.
        return ((MessageFormat) format.clone()).format(values);
    }
}
