package comeback.render;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * Makes every value that a template prints harmless as HTML text and inside quoted attributes. Public because Velocity
 * builds it by name.
 *
 * <p>Ours and not Velocity's own handler: that one leaves the apostrophe alone and escapes the bodies of block macros a
 * second time.
 */
public final class Escaping implements ReferenceInsertionEventHandler {
    /** From dashes and quotation marks to signs of currencies and the minus. */
    private static final int PUNCTUATION_FIRST = 0x2010;

    private static final int PUNCTUATION_LAST = 0x22ff;

    /** Of the first characters, which most are. */
    private static final boolean[] HARMLESS = new boolean[0x80];

    static {
        for (char c = ' '; c < 0x7f; c++) {
            HARMLESS[c] = "&<>\"'`".indexOf(c) < 0;
        }
    }

    @Override
    public @Nullable Object referenceInsert(Context context, String reference, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> html(text);
            case SafeUrl url -> url.html();
            // The body of a block macro is markup of our own, whose references were escaped on their way in.
            case Renderable body -> body;
            default -> html(value.toString());
        };
    }

    /** Most of what letters show is harmless: it goes as it is, and is not copied. */
    static String html(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static boolean isHarmless(char c) {
        // A letter neither turns the reading direction nor is half of anything.
        return c < HARMLESS.length ? HARMLESS[c] : Character.isLetter(c);
    }

    private static String escaped(String text, int from) {
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c)) {
                escaped.append(c);
                continue;
            }
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> {
                    int point = text.codePointAt(i);
                    i += Character.charCount(point) - 1;
                    append(escaped, point);
                }
            }
        }
        return escaped.toString();
    }

    /** Java keeps a text in half the room when all of it is Latin-1, and most letters are, but for their punctuation. */
    private static void append(StringBuilder escaped, int c) {
        if (!isPrintable(c)) {
            escaped.append(' ');
        } else if (c >= PUNCTUATION_FIRST && c <= PUNCTUATION_LAST) {
            escaped.append("&#").append(c).append(';');
        } else {
            escaped.appendCodePoint(c);
        }
    }

    /**
     * Neither control characters nor half surrogates, and none of the marks that turn the reading direction: with those
     * a name could make the words after it read backwards.
     */
    private static boolean isPrintable(int c) {
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !Character.isISOControl(c) && !turns && Character.getType(c) != Character.SURROGATE;
    }
}
