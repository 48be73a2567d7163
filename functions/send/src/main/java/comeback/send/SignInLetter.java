package comeback.send;

import comeback.http.Html;
import comeback.render.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The letter with the link by which somebody signs in at the console. It is for staff: no brand, no footer, no tracking. */
final class SignInLetter {
    private SignInLetter() {}

    /** In one of the console's languages; in English for any other. */
    static Letter of(String language, String url) {
        Properties words = words(language);
        Html html = Html.of(
                """
                <!doctype html>
                <html lang="{}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>{}</title>
                <body style="margin:0;padding:32px 20px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
                <div style="max-width:480px;margin:0 auto">
                <h1 style="font-size:22px;line-height:1.3;margin:0 0 12px">{}</h1>
                <p style="margin:0 0 24px">{}</p>
                <p style="margin:0 0 24px"><a href="{}" ses:no-track style="display:inline-block;background:#0f6e63;\
                color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:10px">{}</a></p>
                <p style="margin:0;font-size:14px">{}</p>
                </div></body></html>
                """,
                language(language),
                text(words, "subject"),
                text(words, "title"),
                text(words, "intro"),
                url,
                text(words, "button"),
                text(words, "note"));
        String text = String.join("\n\n", text(words, "title"), text(words, "intro"), url, text(words, "note")) + "\n";
        return new Letter(text(words, "subject"), html.markup(), text);
    }

    private static String language(String asked) {
        return switch (asked) {
            case "ko", "tr" -> asked;
            default -> "en";
        };
    }

    private static String text(Properties words, String name) {
        String text = words.getProperty(name);
        if (text == null) {
            throw new IllegalStateException("the sign-in letter has no word for " + name);
        }
        return text;
    }

    private static Properties words(String asked) {
        String language = language(asked);
        String file = "sign-in" + (language.equals("en") ? "" : "_" + language) + ".properties";
        try (InputStream packed = SignInLetter.class.getResourceAsStream(file)) {
            if (packed == null) {
                throw new IllegalStateException(file + " is not packed beside the function");
            }
            Properties words = new Properties();
            words.load(new InputStreamReader(packed, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
