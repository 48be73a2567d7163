package comeback.console.pages;

import comeback.console.Answer;
import comeback.console.Visitor;
import comeback.http.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is around every page: its head, the way to the others, its style and what it may load, which is nothing. */
final class Frame {
    private static final String STYLE = style();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final List<String> SECTIONS = List.of(
            "overview", "flows", "experiments", "customers", "deliverability", "coupons", "goods", "settings", "audit");

    private Frame() {}

    /** A page of a store. */
    static Answer page(int status, Ask ask, String section, String title, Html main) {
        Words words = ask.words();
        Html sections = Html.of(
                "<nav class=\"nav\" aria-label=\"{}\">{}</nav>",
                words.of("sections"),
                Html.all(SECTIONS.stream()
                        .map(each -> link(
                                each.equals("overview") ? ask.to("/console") : ask.to("/console/" + each),
                                words.of(each),
                                each.equals(section)))
                        .toList()));
        Html top = Html.of(
                "<p class=\"name\">Comeback <span>· {}</span></p>{}",
                ask.store().brand().name(),
                sections);
        return document(
                status,
                words,
                title,
                top,
                main,
                Html.of(
                        "<span>{}</span>{}{}",
                        words.of("updated"),
                        signedIn(words, ask.visitor()),
                        languages(words, ask::inLanguage)));
    }

    /** A page that frames others of ours; they say themselves what they may do. */
    static Answer framing(Answer page) {
        return page.with("Content-Security-Policy", POLICY + "; frame-src 'self'");
    }

    /** A page of no store. */
    static Answer plain(int status, Words words, String title, Html main, Html languages, Optional<Visitor> visitor) {
        return document(
                status,
                words,
                title,
                new Html("<p class=\"name\">Comeback</p>"),
                main,
                Html.of("{}{}", signedIn(words, visitor), languages));
    }

    /** Who has signed in, where else they may go, and the way out. */
    private static Html signedIn(Words words, Optional<Visitor> visitor) {
        return visitor.map(who -> Html.of(
                        """
                        <form class="out" action="/console/sign-out" method="post"><span>{}</span>{}
                        <input type="hidden" name="token" value="{}"><button type="submit">{}</button></form>
                        """,
                        who.session().who().value(),
                        who.isAdmin() ? Html.of("<a href=\"/console/stores\">{}</a>", words.of("stores")) : Html.NONE,
                        who.formToken(),
                        words.of("signOut")))
                .orElse(Html.NONE);
    }

    /** The same page in each language. */
    static Html languages(Words words, UnaryOperator<String> inLanguage) {
        return Html.of(
                "<nav aria-label=\"{}\">{}</nav>",
                words.of("languages"),
                Html.all(Words.LANGUAGES.stream()
                        .map(language -> Html.of(
                                "<a href=\"{}\" lang=\"{}\"{}>{}</a>",
                                inLanguage.apply(language.getLanguage()),
                                language.getLanguage(),
                                new Html(
                                        language.getLanguage().equals(words.language())
                                                ? " aria-current=\"true\""
                                                : ""),
                                language.getDisplayLanguage(language)))
                        .toList()));
    }

    private static Answer document(int status, Words words, String title, Html top, Html main, Html footer) {
        Html document = Html.of("""
                <!doctype html>
                <html lang="{}">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>{} · Comeback</title>
                <style>{}</style>
                <a class="skip" href="#main">{}</a>
                <header class="top"><div class="wrap">
                {}
                </div></header>
                <main id="main"><div class="wrap">
                {}
                </div></main>
                <footer><div class="wrap">{}</div></footer>
                </html>
                """, words.language(), title, new Html(STYLE), words.of("main"), top, main, footer);
        return new Answer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", POLICY),
                document.markup());
    }

    private static Html link(String to, String text, boolean isCurrent) {
        return Html.of("<a href=\"{}\"{}>{}</a>", to, new Html(isCurrent ? " aria-current=\"page\"" : ""), text);
    }

    /** A heading, the days it is of, and the choice of others. */
    static Html head(Ask ask, String title) {
        Words words = ask.words();
        return Html.of(
                """
                <div class="head"><div><h1>{}</h1><p class="sub">{}</p></div>
                <nav class="picks" aria-label="{}">{}</nav></div>
                """,
                title,
                words.of(
                        "lastDays",
                        words.number(ask.days()),
                        words.day(ask.today()),
                        ask.store().zone().getId()),
                words.of("period"),
                Html.all(Ask.PERIODS.stream()
                        .map(days -> link(ask.ofDays(days), words.of("days", words.number(days)), days == ask.days()))
                        .toList()));
    }

    private static String style() {
        try (InputStream file = Frame.class.getResourceAsStream("console.css")) {
            if (file == null) {
                throw new IllegalStateException("console.css is not packed beside the pages");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading console.css", e);
        }
    }

    private static String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
