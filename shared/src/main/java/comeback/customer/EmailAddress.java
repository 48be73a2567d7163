package comeback.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One plain address. No display name, no list, nothing that could end a header line.
 *
 * @param value as the shopper wrote it; at most {@value #MAX} characters of printable ASCII
 */
public record EmailAddress(String value) {
    public static final int MAX = 254;

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private static final Pattern SHAPE = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    public EmailAddress {
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not one plain e-mail address");
        }
    }

    /** The address in this text, or nothing when it is not exactly one; blanks around it are dropped. */
    public static Optional<EmailAddress> parse(String text) {
        // Only blanks: strip() would also take a trailing line break, and so let "a@b.c\r\n" pass for an address.
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        String trimmed = text.substring(start, end);
        boolean fits = trimmed.length() <= MAX && SHAPE.matcher(trimmed).matches();
        return fits ? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
    }

    /** What two spellings of one inbox have in common: mail providers do not tell capitals apart. */
    public String inbox() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * Where its mail ends up, as far as an address tells: what stands behind a plus is the owner's to choose, and Gmail
     * overlooks dots. For counting only; nobody is written to under it.
     */
    public String mailbox() {
        int at = inbox().lastIndexOf('@');
        String domain = inbox().substring(at + 1);
        String owner = inbox().substring(0, at).split("\\+", 2)[0];
        return GMAIL.contains(domain) ? owner.replace(".", "") + "@gmail.com" : owner + "@" + domain;
    }

    /** Never the address itself: what is printed may end in a log. */
    @Override
    public String toString() {
        return "…@" + value.substring(value.indexOf('@') + 1);
    }
}
