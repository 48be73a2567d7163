package comeback.console.pages;

import comeback.console.Answer;
import comeback.flow.Flow;
import comeback.http.Html;
import comeback.render.Letter;
import comeback.render.LetterSamples;
import comeback.render.LetterWriter;
import comeback.render.RenderFailed;
import comeback.render.SampleMessage;
import comeback.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The letters of a flow as they look: written for a made-up customer by what writes those that go, in the store's own brand. Each
 * is a document of its own in a frame, where it may load pictures and nothing else, and where no link leads anywhere.
 */
public final class LetterPages {
    /** Nobody is there: the sample goods' pictures are put into the letter itself. */
    private static final String SHOP = "https://samples.example";

    private static final String PICTURE = SHOP + "/shop/";
    private static final List<String> PICTURES = List.of("mug.png", "scarf.png", "lamp.png", "bag.png");

    /** A sandbox runs no script, sends no form and follows no link out of its frame. */
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:;"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private static final String LANGUAGE = "in";
    private static final LetterSamples SAMPLES = new LetterSamples(SHOP);

    private final Supplier<? extends LetterWriter> letters;

    /**
     * Makes it.
     *
     * @param letters asked for only when one is looked at
     */
    public LetterPages(Supplier<? extends LetterWriter> letters) {
        this.letters = letters;
    }

    /** All letters of a flow beside each other, in the language that was chosen. */
    static Html all(Ask ask, Flow flow) {
        Words words = ask.words();
        List<String> files = files(flow);
        if (files.isEmpty()) {
            return Html.NONE;
        }
        Locale language = language(ask);
        return Html.of(
                "<section class=\"card\" id=\"letters\"><div class=\"head\"><div><h2>{}</h2><p class=\"sub\">{}</p></div>"
                        + "<nav class=\"picks\" aria-label=\"{}\">{}</nav></div><div class=\"letters\">{}</div></section>",
                words.of("asTheyLook"),
                words.of("asTheyLookWords"),
                words.of("lettersLanguage"),
                Html.all(Words.LANGUAGES.stream()
                        .map(each -> pick(ask, each, each.equals(language)))
                        .toList()),
                Html.all(files.stream()
                        .map(file -> framed(ask, flow, file, language))
                        .toList()));
    }

    private static Html pick(Ask ask, Locale language, boolean isChosen) {
        return Html.of(
                "<a href=\"{}#letters\" lang=\"{}\"{}>{}</a>",
                ask.link(ask.request().path(), Map.of(LANGUAGE, language.getLanguage())),
                language.getLanguage(),
                new Html(isChosen ? " aria-current=\"true\"" : ""),
                language.getDisplayLanguage(language));
    }

    private static Html framed(Ask ask, Flow flow, String file, Locale language) {
        String at = ask.link(
                "/console/flows/" + flow.name() + "/letters/" + file, Map.of(LANGUAGE, language.getLanguage()));
        return Html.of(
                "<figure><figcaption><a href=\"{}\">{}</a></figcaption><iframe sandbox loading=\"lazy\" title=\"{}\""
                        + " src=\"{}\"></iframe></figure>",
                at,
                file,
                ask.words().of("letterNamed", file),
                at);
    }

    /** One letter alone; nothing where the flow has no such letter. */
    Optional<Answer> one(Ask ask, Flow flow, String file) {
        return SampleMessage.of(flow).stream()
                .filter(message -> message.file().equals(file))
                .findFirst()
                .map(message -> written(ask, message));
    }

    private Answer written(Ask ask, SampleMessage message) {
        Store store = ask.store();
        try {
            Letter letter = letters.get()
                    .render(SAMPLES.request(message, language(ask), LetterSamples.Customer.USUAL)
                            .of(store));
            return document(200, pictured(letter.html()));
        } catch (RenderFailed e) {
            // It says the template's file and line, which is what whoever wrote it needs.
            return document(
                    200,
                    Html.of(
                                    """
                                    <!doctype html>
                                    <html lang="{}"><meta charset="utf-8"><title>{}</title>
                                    <h1>{}</h1><p lang="en">{}</p></html>
                                    """,
                                    ask.words().language(),
                                    message.file(),
                                    ask.words().of("letterBroken"),
                                    String.valueOf(e.getMessage()))
                            .markup());
        }
    }

    private static Answer document(int status, String html) {
        return new Answer(
                status, Map.of("Content-Type", "text/html; charset=utf-8", "Content-Security-Policy", POLICY), html);
    }

    /** A step without variants, one with them, and who has not agreed may get the same letter: it is shown once. */
    private static List<String> files(Flow flow) {
        List<String> files = new ArrayList<>();
        var known = new TreeSet<String>();
        for (SampleMessage message : SampleMessage.of(flow)) {
            if (known.add(message.file())) {
                files.add(message.file());
            }
        }
        return files;
    }

    /** The one that was chosen for letters, else the console's. */
    private static Locale language(Ask ask) {
        String wanted = ask.request()
                .queryParameter(LANGUAGE)
                .orElseGet(() -> ask.words().language());
        return Words.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.US);
    }

    private static String pictured(String html) {
        String all = html;
        for (String picture : PICTURES) {
            if (all.contains(PICTURE + picture)) {
                all = all.replace(PICTURE + picture, "data:image/png;base64," + packed(picture));
            }
        }
        return all;
    }

    private static String packed(String picture) {
        try (InputStream file = LetterPages.class.getResourceAsStream("samples/" + picture)) {
            if (file == null) {
                throw new IllegalStateException(picture + " is not packed beside the pages");
            }
            return Base64.getEncoder().encodeToString(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + picture, e);
        }
    }
}
