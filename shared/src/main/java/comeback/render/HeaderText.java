package comeback.render;

import java.util.regex.Pattern;

/** Text for a mail header: one line, whatever came in. */
final class HeaderText {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

    private HeaderText() {}

    /** Without line breaks, nobody's name can end the header and begin another one. */
    static String of(String text) {
        return BLANKS.matcher(BREAKS.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
