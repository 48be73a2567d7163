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
    @Override
    public @Nullable Object referenceInsert(Context context, String reference, @Nullable Object value) {
        // The body of a block macro is markup of our own, whose references were escaped on their way in.
        return value == null || value instanceof Renderable ? value : html(value.toString());
    }

    static String html(String text) {
        return isHarmless(text) ? text : escaped(text);
    }

    /** Most of what letters show. It goes as it is, and is not copied. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isAsciiToShow =
                    c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'' && c != '`';
            // A letter neither turns the reading direction nor is half of anything.
            if (!isAsciiToShow && !(c >= 0x80 && Character.isLetter(c))) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '`' -> escaped.append("&#96;");
                default -> escaped.appendCodePoint(isPrintable(c) ? c : ' ');
            }
        });
        return escaped.toString();
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
