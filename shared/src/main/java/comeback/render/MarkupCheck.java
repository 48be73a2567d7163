package comeback.render;

import comeback.templates.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values in places of the HTML where escaping does not protect: outside quotes, in style, in half of a link.
 */
final class MarkupCheck {
    private record Rule(Pattern pattern, String what) {
        Rule(String pattern, String what) {
            this(Pattern.compile(pattern), what);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("<[a-zA-Z][^<>]*\\s[a-z:-]+=\\$", "a value in an attribute stands in double quotes"),
            new Rule("style=\"[^\"]*\\$(?!palette\\.)", "only $palette may be used in style"),
            new Rule(
                    "\\s(?:href|src)=\"(?!\\$\\{?[A-Za-z][\\w.]*}?\")",
                    "a link is exactly one reference: it is built and checked in Java"),
            new Rule("\\s(?:href|src)='", "a link stands in double quotes"),
            new Rule("\\son[a-z]+=", "mail clients run no scripts"));

    private static final Pattern STYLE = Pattern.compile("(?s)<style\\b.*?</style>");
    private static final Pattern NOT_PALETTE = Pattern.compile("\\$(?!palette\\.)");

    private MarkupCheck() {}

    static void run(Source source, List<Problem> problems) {
        for (Rule rule : RULES) {
            Matcher found = rule.pattern.matcher(source.text());
            while (found.find()) {
                problems.add(new Problem(source.file(), line(source, found.end() - 1), rule.what));
            }
        }
        Matcher styles = STYLE.matcher(source.text());
        while (styles.find()) {
            Matcher reference = NOT_PALETTE.matcher(source.text()).region(styles.start(), styles.end());
            while (reference.find()) {
                problems.add(new Problem(
                        source.file(), line(source, reference.start()), "only $palette may be used in style"));
            }
        }
    }

    private static int line(Source source, int offset) {
        return 1
                + (int) source.text()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
