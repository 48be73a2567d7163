package comeback.render;

import comeback.templates.Problem;
import comeback.templates.TemplatesInvalid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.VelocityException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Every letter we can write: the folder {@code templates/}, read, checked and parsed once. Safe for many threads. */
public final class Letters implements LetterWriter {
    /** How Velocity names a place: the flow's folder, the file, the line. */
    private static final Pattern PLACE = Pattern.compile("(?:at )?([\\w./-]+\\.vm)\\[line (\\d+), column \\d+]");

    /** A parsed template, and its flow's words in every language. */
    private record Prepared(String file, Template template, Map<Locale, Words> words) {
        Words spokenIn(Locale locale) {
            Words spoken = words.get(Locale.of(locale.getLanguage()));
            return spoken == null ? Objects.requireNonNull(words.get(WordsFile.FIRST)) : spoken;
        }
    }

    /** By file. */
    private final Map<String, Prepared> messages;

    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

    private Letters(Map<String, Prepared> messages) {
        this.messages = Map.copyOf(messages);
    }

    /**
     * Parses every template and every words file once.
     *
     * @param folder {@code templates/}: a folder for each flow, and {@code _parts} with what they share
     * @throws TemplatesInvalid with every mistake in all of them
     */
    public static Letters read(Path folder) {
        return read(folder, new Sandbox());
    }

    static Letters read(Path folder, Sandbox sandbox) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = Source.readAll(folder, problems);
        Vocabulary vocabulary = Vocabulary.read(sources, problems);
        Map<String, Template> templates = new HashMap<>();
        sources.stream()
                .filter(Source::isTemplate)
                .forEach(source ->
                        sandbox.parse(source, problems).ifPresent(template -> templates.put(source.file(), template)));
        TemplateCheck.run(sources, templates, vocabulary, problems);
        if (!problems.isEmpty()) {
            throw new TemplatesInvalid(problems);
        }
        Map<String, Prepared> messages = new HashMap<>();
        for (Source source : sources) {
            Template template = templates.get(source.file());
            if (template != null && !source.isPart()) {
                messages.put(source.file(), new Prepared(source.file(), template, vocabulary.words(source.folder())));
            }
        }
        return new Letters(messages);
    }

    @Override
    public boolean has(String flow, String message) {
        return messages.containsKey(file(flow, message));
    }

    /**
     * Writes one letter.
     *
     * @throws RenderFailed when there is no such message, it shows something that the request does not have, or it is
     *     marketing without a way out
     */
    @Override
    public Letter render(LetterRequest request) {
        String file = file(request.flow(), request.message());
        LetterModel model = model(request, Rows.USUAL);
        if (model.marketing() && model.links().unsubscribe().isEmpty()) {
            throw new RenderFailed(file, 1, "marketing without a working link to unsubscribe is never sent");
        }
        String html = html(request, model)
                .filter(Letters::isShort)
                .or(() -> withFewerRows(request))
                .orElseThrow(() ->
                        new RenderFailed(file, 1, "the letter has more than " + LimitedWriter.BYTES_MAX + " bytes"));
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        checkLinks(file, document);
        // The subject is the document's title, read back: one template says it, and what was escaped is plain again.
        return new Letter(HeaderText.of(document.title()), html, PlainText.of(document));
    }

    /** All that the letter's template may name. */
    LetterModel model(LetterRequest request, Rows rows) {
        return LetterModel.of(request, rows, prepared(request).spokenIn(request.locale()));
    }

    /** What its template makes of that; nothing when that is longer than a letter may be. */
    Optional<String> html(LetterRequest request, LetterModel model) {
        return merged(prepared(request), model);
    }

    /** As many rows as there is room for. A usual letter never comes here. */
    private Optional<String> withFewerRows(LetterRequest request) {
        return Rows.USUAL.fewer().stream()
                .flatMap(rows -> html(request, model(request, rows)).stream())
                .filter(Letters::isShort)
                .findFirst();
    }

    /** In UTF-8, where each half of a pair is two of its four bytes. */
    private static boolean isShort(String html) {
        int bytes = html.length();
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c >= 0x80) {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes <= LimitedWriter.BYTES_MAX;
    }

    private Prepared prepared(LetterRequest request) {
        String file = file(request.flow(), request.message());
        Prepared message = messages.get(file);
        if (message == null) {
            throw new RenderFailed(file, 1, "there is no such letter");
        }
        return message;
    }

    /** A second lock: even a mistake in a macro cannot put a link of another kind into a letter. */
    private static void checkLinks(String file, Document document) {
        for (Element element : document.select("[href],[src]")) {
            String url = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (!url.startsWith("mailto:")
                    && !url.startsWith("tel:")
                    && SafeUrl.page(url).isEmpty()) {
                throw new RenderFailed(file, 1, "a <" + element.normalName() + "> has a link that is not allowed");
            }
        }
    }

    private static String file(String flow, String message) {
        return flow + "/" + message + ".vm";
    }

    private Optional<String> merged(Prepared message, LetterModel model) {
        boolean isDone = false;
        try {
            String html = desks.get().written(message.template, model);
            isDone = true;
            return Optional.of(html);
        } catch (LimitedWriter.Overflow e) {
            return Optional.empty();
        } catch (VelocityException e) {
            throw failure(message.file, e);
        } finally {
            if (!isDone) {
                // What was left in the middle of a macro is not gone on with.
                desks.remove();
            }
        }
    }

    /** Neither the cause nor what it says goes on: it may quote what it was given. Velocity itself quotes the template. */
    private static RenderFailed failure(String file, VelocityException e) {
        String message = String.valueOf(e.getMessage());
        Matcher place = PLACE.matcher(message);
        boolean isPlaced = place.find();
        String said = isPlaced ? message.substring(0, place.start()).strip() : "the letter cannot be shown";
        if (e instanceof MethodInvocationException call) {
            Throwable cause = call.getCause();
            String what = cause == null
                    ? said
                    : call.getReferenceName() + " ended in " + cause.getClass().getSimpleName();
            return new RenderFailed(call.getTemplateName(), call.getLineNumber(), what);
        }
        return isPlaced
                ? new RenderFailed(place.group(1), Integer.parseInt(place.group(2)), said)
                : new RenderFailed(file, 1, said);
    }
}
