package comeback.shopper.page;

import comeback.customer.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The pages' words in one language. Never those of the machine's own language: a page in two languages is worse than one
 * in English.
 */
final class Words {
    /** A shop may offer more than these; its readers then get English. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("tr"));

    /** Enough to tell two versions apart. */
    private static final int VERSION_LENGTH = 8;

    private final Locale locale;
    private final Map<String, String> patterns;

    private Words(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /** All languages' words, by language. Read once, when the function starts. */
    static Map<String, Words> all() {
        return LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Words::in));
    }

    /** The same words for a reader of this country: dates look different there. */
    Words forReaderOf(Locale country) {
        return new Words(country.getLanguage().equals(locale.getLanguage()) ? country : locale, patterns);
    }

    /** The words under this key, with the values in place of {0}, {1} and so on. */
    String get(String key, Object... values) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + locale.getLanguage());
        }
        return new MessageFormat(pattern, locale).format(values);
    }

    /** The language and a fingerprint of all the words: another one when any of them changes. */
    String version() {
        return locale.getLanguage() + "-"
                + Fingerprint.of("words", new TreeMap<>(patterns).toString()).substring(0, VERSION_LENGTH);
    }

    Locale locale() {
        return locale;
    }

    Map<String, String> patterns() {
        return patterns;
    }

    /** The words of a language that has them. */
    static Words in(Locale language) {
        String name = language.equals(Locale.ENGLISH) ? "words.properties" : "words_" + language + ".properties";
        Properties properties = new Properties();
        try (InputStream file = Words.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not packed beside the pages");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
        return new Words(
                language,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
    }
}
