package comeback.json;

import java.nio.charset.StandardCharsets;

/**
 * Half a surrogate pair is no character, yet JSON can carry one: a storefront that cuts a name after sixty units may cut an
 * emoji in two. No database takes such a text, so each half becomes a question mark before anyone sees it.
 */
final class Surrogates {
    private Surrogates() {}

    /** The same text when nothing in it is broken, which is nearly always. Encoding is what replaces the halves. */
    static String mended(String text) {
        return isWhole(text) ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
