package comeback.render;

import comeback.message.MessageClass;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** All that a machine can say about one letter before it is sent. */
final class LetterAudit {
    private static final int BYTES_MAX = 40_000;
    private static final int SUBJECT_COLUMNS_MAX = 60;
    private static final Pattern LEFT_OVER = Pattern.compile(
            "\\$!?\\{?[a-zA-Z_]|#(?:if|else|elseif|end|foreach|set|parse|macro)\\b|#@\\w|\\{\\d|\\bnull\\b|\\bNaN\\b|Optional");
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(?:png|jpe?g|gif)$");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)position:|float:|display:(?:flex|grid)|background-image|url\\(|<link|calc\\(|var\\(--|expression\\(");
    private static final Pattern FONT_SIZE = Pattern.compile("font-size:(\\d+)px");
    private static final Pattern MARKUP = Pattern.compile("</?[a-z]+[ >]|&(?:amp|lt|gt|nbsp|#\\d+);|[\u034f\u200c]");
    private static final Pattern SHOUTED = Pattern.compile("!|\\b\\p{Lu}{5,}\\b|\\?\\?|\\.\\.\\.");
    private static final Pattern PRETENDED = Pattern.compile("(?i)^(?:re|fwd?|aw|wg|ynt|ilt)\\s*:");
    private static final Pattern EMOJI = Pattern.compile("[\\x{1f000}-\\x{1faff}\\x{2600}-\\x{27bf}]");
    private static final int HANGUL_MAX = 25;
    private static final int FONT_PIXELS_MIN = 13;
    private static final int BUTTON_MAX = 40;
    private static final int STYLE_MAX = 8_192;
    private static final int LINE_MAX = 998;
    private static final Set<String> VAGUE = Set.of("click here", "here", "여기", "buraya tıklayın", "tıklayın");
    private static final String STRIPPED =
            "script,form,iframe,object,embed,video,audio,input,svg,picture,link[rel=stylesheet]";

    private final LetterRequest request;
    private final Letter letter;
    private final Document page;
    private final List<String> faults = new ArrayList<>();

    private LetterAudit(LetterRequest request, Letter letter) {
        this.request = request;
        this.letter = letter;
        page = Jsoup.parse(letter.html());
    }

    static List<String> faults(LetterRequest request, Letter letter) {
        LetterAudit audit = new LetterAudit(request, letter);
        audit.document();
        audit.markup();
        audit.links();
        audit.styles();
        audit.oneThingToPress();
        audit.text();
        audit.inboxLine();
        audit.law();
        return audit.faults;
    }

    private void document() {
        String language = request.locale().getLanguage();
        int bytes = letter.html().getBytes(StandardCharsets.UTF_8).length;
        check(bytes < BYTES_MAX, "has " + bytes + " bytes");
        check(page.select("html").attr("lang").equals(language), "says another language than its own");
        check(page.title().equals(letter.subject()), "its title is not its subject");
        check(!page.select("meta[name=color-scheme]").isEmpty(), "does not know light and dark");
        check(page.select("h1").size() == 1, "has not exactly one h1");
        check(page.select(STRIPPED).isEmpty(), "has elements that mail clients strip");
        String seen = page.body().text() + " " + letter.subject() + " " + letter.text();
        Matcher left = LEFT_OVER.matcher(seen);
        check(!left.find(), "shows something unrendered");
    }

    private void markup() {
        for (Element table : page.select("table")) {
            check(table.attr("role").equals("presentation"), "a layout table without its role");
        }
        for (Element image : page.select("img")) {
            check(image.hasAttr("alt"), "a picture without alt");
            check(image.attr("width").matches("\\d+"), "a picture without width");
            check(
                    image.attr("height").matches("\\d+") || image.attr("style").contains("height:auto"),
                    "a picture without height");
            check(
                    PICTURE.matcher(URI.create(image.attr("src")).getPath()).find(),
                    "a picture that mail programs do not show: " + image.attr("src"));
        }
        String outlook = letter.html().replaceAll("(?s)<!--\\[if mso]>(.*?)<!\\[endif]-->", "$1");
        for (String view : List.of(letter.html().replaceAll("(?s)<!--.*?-->", ""), outlook)) {
            for (String tag : List.of("table", "tr", "td", "div", "p", "a", "span", "strong")) {
                long opened = Pattern.compile("<" + tag + "[\\s>]")
                        .matcher(view)
                        .results()
                        .count();
                long closed = Pattern.compile("</" + tag + ">")
                        .matcher(view)
                        .results()
                        .count();
                check(opened == closed, "has " + opened + " <" + tag + "> and " + closed + " </" + tag + ">");
            }
        }
    }

    /** What mail programs drop or misread, and what nobody can read. */
    private void styles() {
        String html = letter.html();
        check(!html.contains("@import") && !html.contains("@font-face"), "loads a font or a style from elsewhere");
        check(!FOREIGN.matcher(html).find(), "a style that mail programs drop");
        check(html.contains("prefers-color-scheme:dark"), "does not know the dark");
        FONT_SIZE.matcher(page.body().html()).results().forEach(size -> {
            int pixels = Integer.parseInt(size.group(1));
            check(pixels == 0 || pixels >= FONT_PIXELS_MIN, "has words of " + pixels + " pixels");
        });
        check(page.select("style").outerHtml().length() < STYLE_MAX, "its style is so long that mail programs drop it");
    }

    private void oneThingToPress() {
        int buttons = page.select(".btn").size();
        check(buttons <= 1, "has " + buttons + " buttons");
        check(
                page.select(".btn a").stream().allMatch(link -> link.text().length() <= BUTTON_MAX),
                "a button with a whole sentence on it");
    }

    /** Who reads the text alone reads the same. */
    private void text() {
        String text = letter.text();
        check(text.contains(page.select("h1").text()), "its heading is missing in the text");
        check(!MARKUP.matcher(text).find(), "markup in the text");
        check(!text.contains("\n\n\n\n"), "holes in the text");
        check(
                text.lines().allMatch(line -> line.length() < LINE_MAX),
                "a line of the text that is too long to be sent");
        for (Element paragraph : page.select("p,h1,h2")) {
            String words = paragraph.ownText().strip();
            String start = words.substring(0, Math.min(words.length(), 30)).strip();
            check(start.length() < 10 || squeezed(text).contains(squeezed(start)), "the text lacks: " + start);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private void links() {
        for (Element link : page.select("a")) {
            URI target = URI.create(link.attr("href"));
            check(Set.of("https", "mailto", "tel").contains(target.getScheme()), "a link of another kind: " + target);
            boolean isDecoration = link.attr("aria-hidden").equals("true");
            check(
                    isDecoration
                            || !link.text().isBlank()
                            || !link.select("img[alt]").isEmpty(),
                    "a link without name");
            check(!VAGUE.contains(link.text().toLowerCase(request.locale())), "a vague link: " + link.text());
            boolean isWeb = "https".equals(target.getScheme());
            check(!isWeb || letter.text().contains(link.attr("href")), "a link that the text lacks: " + target);
        }
    }

    private void inboxLine() {
        String subject = letter.subject();
        check(!subject.isBlank() && columns(subject) <= SUBJECT_COLUMNS_MAX, "subject of " + columns(subject));
        check(subject.chars().noneMatch(Character::isISOControl), "a control character in the subject");
        String preheader = page.select("[style^=display:none]")
                .text()
                .replaceAll("[\\u034f\\u200c\\u00a0]", "")
                .strip();
        int length = columns(preheader);
        check(length >= 40 && length <= 100, "preheader of " + length + ": " + preheader);
        check(!preheader.startsWith(bare(subject)), "the preheader repeats the subject");
        check(!SHOUTED.matcher(subject).find(), "a subject that shouts");
        check(!PRETENDED.matcher(subject).find(), "a subject that pretends to be an answer");
        check(!EMOJI.matcher(subject).find(), "a picture in the subject");
        long hangul =
                subject.codePoints().filter(c -> c >= 0xac00 && c <= 0xd7a3).count();
        check(hangul <= HANGUL_MAX, "a subject of " + hangul + " Hangul");
    }

    /** Without what the law puts around it. */
    private static String bare(String subject) {
        return subject.replace("(광고) ", "").replace(" | Bilgilendirme", "");
    }

    private void law() {
        boolean isMarketing = request.messageClass() == MessageClass.MARKETING;
        String language = request.locale().getLanguage();
        String way = request.links().unsubscribe();
        Element unsubscribe = page.select("a[ses:no-track]").stream()
                .filter(link -> link.attr("href").equals(way))
                .findFirst()
                .orElse(null);
        check(isMarketing == (unsubscribe != null), "the way out is missing, or is where it does not belong");
        check(letter.text().contains(way) == isMarketing, "the way out is not as it should be in the text");
        check(letter.subject().startsWith("(광고)") == (isMarketing && language.equals("ko")), "(광고) is wrong");
        check(
                letter.subject().contains("Bilgilendirme") == (isMarketing && language.equals("tr")),
                "the subject does not say what it is as Turkish law wants it");
        if (isMarketing && language.equals("ko")) {
            check(letter.text().contains("수신거부") && letter.text().contains("Unsubscribe"), "opt-out in one language");
        }
        for (String line : List.of(
                request.store().brand().legalName(),
                request.store().brand().postalAddress(),
                request.store().brand().supportEmail(),
                request.store().brand().supportPhone().orElse(""),
                request.store().brand().registration().orElse(""))) {
            check(page.text().contains(line) && letter.text().contains(line), "the footer lacks " + line);
        }
    }

    /** Hangul is two wide. */
    private static int columns(String text) {
        return text.codePoints()
                .map(c -> c >= 0x1100 && c <= 0xd7a3 && !isPunctuation(c) ? 2 : 1)
                .sum();
    }

    private static boolean isPunctuation(int c) {
        return c >= 0x2000 && c <= 0x2bff;
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
