package comeback.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes every sample letter as a file, to be looked at: {@code LetterGallery TEMPLATES FOLDER SHOP}. */
public final class LetterGallery {
    private LetterGallery() {}

    public static void main(String[] arguments) throws IOException {
        Letters letters = Letters.read(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        LetterSamples samples = new LetterSamples(arguments[2]);
        for (LetterSamples.Message message : LetterSamples.Message.values()) {
            for (Locale locale : LetterSamples.LOCALES) {
                for (LetterSamples.Customer customer : LetterSamples.Customer.values()) {
                    Letter letter = letters.render(samples.request(message, locale, customer));
                    String name = (message + "-" + locale.getLanguage() + "-" + customer)
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-');
                    Files.writeString(folder.resolve(name + ".html"), letter.html());
                    Files.writeString(folder.resolve(name + ".txt"), letter.subject() + "\n\n" + letter.text());
                }
            }
        }
    }
}
