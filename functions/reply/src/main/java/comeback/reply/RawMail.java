package comeback.reply;

import comeback.customer.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as it came over the wire (RFC 5322): its headers, and what stands below them, byte by byte. What it is made of
 * is left to who reads it: none of it is needed to hand it on.
 */
final class RawMail {
    /** More than that is no header any more. */
    private static final int HEAD_MAX = 256 * 1024;

    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,126}):(.*)", Pattern.DOTALL);
    private static final Pattern FOLD = Pattern.compile("\r?\n(?=[ \t])");
    private static final Pattern LINE = Pattern.compile("\r?\n(?![ \t])");
    private static final Pattern IN_BRACKETS = Pattern.compile("[^<>]*<([^<>]+)>[^<>]*");

    private final List<Header> headers;
    private final byte[] body;

    /**
     * One header.
     *
     * @param lines as it stands in the mail, without the end of its last line
     */
    record Header(String name, String value, String lines) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private RawMail(List<Header> headers, byte[] body) {
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** Reads one; what is no header is overlooked. Bytes that are not ASCII stay what they are. */
    static RawMail read(byte[] bytes) {
        int max = Math.min(bytes.length, HEAD_MAX);
        int end = 0;
        int start = max;
        // An empty line ends the head.
        for (int i = 0, lineStart = 0; i < max; i++) {
            if (bytes[i] == '\n') {
                int length = i - lineStart - (i > lineStart && bytes[i - 1] == '\r' ? 1 : 0);
                if (length == 0) {
                    start = i + 1;
                    break;
                }
                end = i;
                lineStart = i + 1;
            }
        }
        String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        List<Header> found = new ArrayList<>();
        for (String lines : LINE.split(head, -1)) {
            Matcher field = FIELD.matcher(lines.strip());
            if (field.matches()) {
                String value = FOLD.matcher(field.group(2)).replaceAll("").strip();
                found.add(new Header(field.group(1), value, lines.stripTrailing()));
            }
        }
        return new RawMail(found, Arrays.copyOfRange(bytes, start, bytes.length));
    }

    List<Header> headers() {
        return headers;
    }

    /** The first of that name. */
    Optional<Header> header(String name) {
        return headers.stream().filter(header -> header.is(name)).findFirst();
    }

    /** The first of that name, without folds; "" when there is none. */
    String value(String name) {
        return header(name).map(Header::value).orElse("");
    }

    /** Who says that they wrote it; nothing unless it is one plain address. */
    Optional<EmailAddress> from() {
        String value = value("From");
        Matcher named = IN_BRACKETS.matcher(value);
        return EmailAddress.parse(named.matches() ? named.group(1) : value);
    }

    byte[] body() {
        return body.clone();
    }
}
