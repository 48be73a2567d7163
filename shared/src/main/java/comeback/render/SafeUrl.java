package comeback.render;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that may stand in a letter, or none. What a storefront sent is somebody else's text: it becomes a link only
 * when it is https (http on this very machine), names a plain host, and is spelt as RFC 3986 wants it.
 *
 * @param value the link, or "" for none; templates ask with {@code #if($url)}
 * @param html the same as it stands in a letter: most links stand there twice, and are long
 * @param isOurs whether it leads to a page of ours: it is signed for its reader, so no click on it is counted by SES, who
 *     would have to be told of it
 */
public record SafeUrl(String value, String html, boolean isOurs) {
    static final SafeUrl NONE = new SafeUrl("");

    /** Longer ones are cut by some mailbox somewhere. */
    private static final int LENGTH_MAX = 2000;

    /** As it stands in a letter, where an ampersand is five characters: a list of links must leave room for the letter. */
    private static final int WRITTEN_MAX = 3000;

    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#\\\\@]+)([/?#].*)?");
    private static final Pattern HOST =
            Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{3,20}");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final String ALLOWED = "-._~:/?#!$&'()*+,;=@";
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    /** Outlook shows neither WebP nor AVIF, and hardly any mail client shows SVG. */
    private static final List<String> NO_PICTURE = List.of(".svg", ".svgz", ".webp", ".avif");

    private SafeUrl(String value) {
        this(value, Escaping.html(value), false);
    }

    /** A link to a page of ours. */
    static SafeUrl ours(String text) {
        SafeUrl page = page(text);
        return new SafeUrl(page.value, page.html, true);
    }

    /** A link to a page. */
    static SafeUrl page(String text) {
        Matcher web = WEB.matcher(text.strip());
        if (text.length() > LENGTH_MAX || !web.matches() || text.chars().anyMatch(Character::isISOControl)) {
            return NONE;
        }
        String scheme = web.group(1).toLowerCase(Locale.ROOT);
        String[] authority = web.group(2).split(":", 2);
        String host = ascii(authority[0]);
        String port = authority.length == 2 ? ":" + authority[1] : "";
        boolean isPlainHost = HOST.matcher(host).matches() && port.matches("(:[0-9]{1,5})?");
        if (!isPlainHost || (scheme.equals("http") && !THIS_MACHINE.contains(host))) {
            return NONE;
        }
        String rest = web.group(3) == null ? "" : encoded(web.group(3));
        return parsed(scheme + "://" + host + port + rest);
    }

    /** A link to a picture that mail clients can show. */
    static SafeUrl picture(String text) {
        SafeUrl url = page(text);
        if (url.isEmpty()) {
            return NONE;
        }
        String path = URI.create(url.value).getPath().toLowerCase(Locale.ROOT);
        return NO_PICTURE.stream().anyMatch(path::endsWith) ? NONE : url;
    }

    /** A link that opens a new mail to this address. */
    static SafeUrl mailbox(String address) {
        return MAILBOX.matcher(address).matches() ? new SafeUrl("mailto:" + address) : NONE;
    }

    /** A link that calls this number. */
    static SafeUrl phone(String number) {
        String digits = number.replaceAll("[ ().\\-\u00a0]", "");
        return PHONE.matcher(digits).matches() ? new SafeUrl("tel:" + digits) : NONE;
    }

    /** What {@code #if($url)} asks. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    SafeUrl or(SafeUrl other) {
        return isEmpty() ? other : this;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Spaces, Hangul and brackets are common in the picture names of real shops; a URI wants them percent-encoded. */
    private static String encoded(String text) {
        StringBuilder url = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0 || c == '%');
            if (plain) {
                url.append((char) c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    url.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            }
        });
        Matcher percent = PERCENT.matcher(url);
        StringBuilder strict = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            boolean isStray =
                    url.charAt(i) == '%' && !percent.region(i, url.length()).lookingAt();
            strict.append(isStray ? "%25" : String.valueOf(url.charAt(i)));
        }
        return strict.toString();
    }

    private static SafeUrl parsed(String url) {
        try {
            SafeUrl spelt = new SafeUrl(new URI(url).toString());
            return spelt.html.length() <= WRITTEN_MAX ? spelt : NONE;
        } catch (URISyntaxException e) {
            // A second "#", say: no link is better than a broken one.
            return NONE;
        }
    }
}
