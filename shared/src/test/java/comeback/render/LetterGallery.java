package comeback.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes every sample letter as a file, and a page that shows them side by side: {@code LetterGallery TEMPLATES FOLDER
 * PICTURES}. {@code ./comeback gallery} calls it.
 */
public final class LetterGallery {
    private static final int BYTES_OF_KB = 1024;

    private final Letters letters;
    private final LetterSamples samples;
    private final Path folder;

    private LetterGallery(Letters letters, LetterSamples samples, Path folder) {
        this.letters = letters;
        this.samples = samples;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path templates = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        copy(Path.of(arguments[2]), Files.createDirectories(folder.resolve("shop")));
        new LetterGallery(Letters.read(templates), new LetterSamples(LetterSamples.SHOP), folder)
                .write(ShippedLetters.in(templates));
        System.out.println(folder.resolve("index.html").toAbsolutePath().normalize());
    }

    /** The demo shop's pictures, so that nothing is fetched from anywhere. */
    private static void copy(Path pictures, Path to) throws IOException {
        try (Stream<Path> files = Files.list(pictures)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void write(List<SampleMessage> messages) throws IOException {
        StringBuilder page = new StringBuilder(BYTES_OF_KB * messages.size()).append(HEAD);
        for (SampleMessage message : messages) {
            page.append("<h2>")
                    .append(message)
                    .append(" <small>")
                    .append(kind(message))
                    .append("</small></h2>\n");
            for (LetterSamples.Customer customer : LetterSamples.Customer.values()) {
                page.append("<div class=\"row\" data-customer=\"")
                        .append(customer)
                        .append("\">");
                for (Locale locale : LetterSamples.LOCALES) {
                    page.append(shown(message, locale, customer));
                }
                page.append("</div>\n");
            }
        }
        Files.writeString(folder.resolve("index.html"), page.append("</main></body></html>\n"));
    }

    private static String kind(SampleMessage message) {
        return message.messageClass().name().toLowerCase(Locale.ROOT);
    }

    private String shown(SampleMessage message, Locale locale, LetterSamples.Customer customer) throws IOException {
        Letter letter = letters.render(samples.request(message, locale, customer));
        String name = (message.flow() + "-" + message.file() + "-" + locale.getLanguage() + "-" + customer)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        Files.writeString(
                folder.resolve(name + ".html"), letter.html().replace(LetterSamples.SHOP + "/shop/", "shop/"));
        Files.writeString(folder.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());
        int bytes = letter.html().getBytes(StandardCharsets.UTF_8).length;
        return "<figure><figcaption><b>" + Escaping.html(letter.subject()) + "</b><br>" + locale.getLanguage() + " · "
                + (bytes + BYTES_OF_KB - 1) / BYTES_OF_KB + " KB · <a href=\"" + name + ".html\">alone</a> · <a href=\""
                + name + ".txt\">as text</a></figcaption><iframe loading=\"lazy\" title=\"" + name + "\" src=\"" + name
                + ".html\"></iframe></figure>";
    }

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>Every letter</title>
            <style>
            :root{color-scheme:light dark}
            body{margin:0;font:15px/22px system-ui,sans-serif;background:light-dark(#e9e7e2,#101214);color:light-dark(#1d2327,#eef1f3)}
            header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;padding:12px 24px;background:light-dark(#fff,#1f2428);box-shadow:0 1px 0 #0002}
            h1{font-size:18px;margin:0}h2{font-size:17px;margin:32px 24px 8px}small{font-weight:400;opacity:.7}
            .row{display:flex;gap:20px;overflow-x:auto;padding:0 24px}
            figure{margin:0;flex:none}figcaption{width:var(--wide);min-height:48px;padding:6px 0}
            iframe{width:var(--wide);height:720px;border:0;border-radius:14px;background:#fff;box-shadow:0 2px 12px #0003}
            body{--wide:375px}body:has(#desk:checked){--wide:640px}
            body:has(#light:checked){color-scheme:light}body:has(#dark:checked){color-scheme:dark}
            body:has(#light:checked) iframe{color-scheme:light}body:has(#dark:checked) iframe{color-scheme:dark}
            .row{display:none}
            %s
            </style></head><body><header><h1>Every letter</h1>
            <label>For whom <select id="who">%s</select></label>
            <label><input type="radio" name="wide" checked> phone</label><label><input type="radio" name="wide" id="desk"> desktop</label>
            <label><input type="radio" name="scheme" checked> as here</label><label><input type="radio" name="scheme" id="light"> light</label><label><input type="radio" name="scheme" id="dark"> dark</label>
            </header><main>
            """.formatted(rules(), choices());

    /** Which row is seen is a matter of style alone, so the page needs no script. */
    private static String rules() {
        StringBuilder rules = new StringBuilder();
        for (LetterSamples.Customer customer : LetterSamples.Customer.values()) {
            rules.append("body:has(option[value=%1$s]:checked) .row[data-customer=%1$s]{display:flex}\n"
                    .formatted(customer));
        }
        return rules.toString();
    }

    private static String choices() {
        StringBuilder choices = new StringBuilder();
        for (LetterSamples.Customer customer : LetterSamples.Customer.values()) {
            String words = customer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            choices.append("<option value=\"")
                    .append(customer)
                    .append("\">")
                    .append(words)
                    .append("</option>");
        }
        return choices.toString();
    }
}
