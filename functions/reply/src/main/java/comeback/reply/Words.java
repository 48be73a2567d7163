package comeback.reply;

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
import java.util.stream.Collectors;

/** What support is told, in the store's language; in English where the store speaks another one than we do. */
record Words(Locale locale, Properties patterns) {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN, Locale.of("tr"));

    /** All languages' words, by language. Read once, when the function starts. */
    static Map<String, Words> all() {
        return LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Words::in));
    }

    /** The words under this key, with the values in place of {0}, {1} and so on. */
    String get(String key, Object... values) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + locale);
        }
        return new MessageFormat(pattern, locale).format(values);
    }

    static Words in(Locale language) {
        String name = language.equals(Locale.ENGLISH) ? "words.properties" : "words_" + language + ".properties";
        Properties properties = new Properties();
        try (InputStream file = Words.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not packed");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
        return new Words(language, properties);
    }
}
