package comeback.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header words that are not ASCII, RFC 2047, in the one form that the AWS documentation asks senders for: base64. */
final class EncodedWords {
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\?=)\\s+(?==\\?)");
    private static final Pattern WORD = Pattern.compile("=\\?[Uu][Tt][Ff]-8\\?[Bb]\\?([A-Za-z0-9+/=]*)\\?=");

    private EncodedWords() {}

    /** A header's value as it goes over the wire. */
    static String encode(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /** A header's value as an inbox shows it. Spaces between two encoded words are not part of it. */
    static String decode(String value) {
        return WORD.matcher(BETWEEN.matcher(value).replaceAll("")).replaceAll(word -> {
            byte[] bytes = Base64.getDecoder().decode(word.group(1));
            return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
    }
}
