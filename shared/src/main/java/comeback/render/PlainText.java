package comeback.render;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text part of a letter, read off its HTML so that the two can never say different things. Rows become lines, a
 * heading is underlined, a link is {@code label <address>}.
 */
final class PlainText {
    private static final int UNDERLINE_MIN = 3;
    private static final int UNDERLINE_MAX = 60;
    private static final String HIDDEN = "head,style,script,[style*=display:none],[aria-hidden=true]";

    /** Fillers that keep a preheader alone in the inbox list; text has no use for them. */
    private static final Pattern FILLER = Pattern.compile("[\\u034f\\u200b-\\u200d\\u2007\\ufeff\\u00ad]");

    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]+");
    private static final Pattern EDGES = Pattern.compile(" ?\\n ?");
    private static final Pattern GAPS = Pattern.compile("\\n{3,}");

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** Takes what is hidden out of the document on its way. */
    static String of(Document document) {
        document.select(HIDDEN).remove();
        PlainText plain = new PlainText();
        plain.walk(document.body());
        String spaced =
                SPACES.matcher(FILLER.matcher(plain.text).replaceAll("")).replaceAll(" ");
        String joined = EDGES.matcher(spaced).replaceAll("\n");
        return GAPS.matcher(joined).replaceAll("\n\n").strip() + "\n";
    }

    private void walk(Node node) {
        if (node instanceof TextNode words) {
            text.append(words.text());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> text.append('\n');
                case "img" -> picture(element);
                case "a" -> link(element);
                case "h1" -> heading(element, "=");
                case "h2" -> heading(element, "-");
                default -> block(element);
            }
        }
    }

    private void block(Element element) {
        int distance = switch (element.normalName()) {
            case "p", "table" -> 2;
            case "div", "tr" -> 1;
            default -> 0;
        };
        breakTo(distance);
        element.childNodes().forEach(this::walk);
        breakTo(distance);
        if (element.normalName().equals("td") && element.nextElementSibling() != null) {
            text.append("  ");
        }
    }

    /** Ends the line, and leaves so many line breaks behind it; what is there already counts. */
    private void breakTo(int distance) {
        int end = text.length();
        int breaks = 0;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
            breaks += text.charAt(end) == '\n' ? 1 : 0;
        }
        if (distance > 0) {
            text.setLength(end);
            text.append("\n".repeat(Math.max(breaks, distance)));
        }
    }

    /** A picture within a link was named by the link already. */
    private void picture(Element element) {
        if (element.closest("a") == null) {
            text.append(element.attr("alt"));
        }
    }

    private void link(Element element) {
        String href = element.attr("href");
        String target = href.replaceFirst("^(mailto|tel):", "");
        String label = element.text().isBlank() ? element.select("img").attr("alt") : element.text();
        boolean saysItself = label.equals(target) || href.startsWith("tel:");
        text.append(label).append(saysItself ? "" : " <" + target + ">");
    }

    private void heading(Element element, String line) {
        String words = element.text();
        breakTo(2);
        text.append(words).append('\n');
        text.append(line.repeat(Math.clamp(width(words), UNDERLINE_MIN, UNDERLINE_MAX)));
        breakTo(2);
    }

    /** In columns: Hangul and its neighbours are two wide. */
    private static int width(String words) {
        return words.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff00 && c <= 0xff60);
    }
}
