package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the words that ship are written. */
class WordsTest {
    /** Those particles change with the last letter of the word before them, and nobody knows a value's last letter. */
    private static final Pattern KOREAN_PARTICLE = Pattern.compile("}\\s?(을|를|은|는|이|가|과|와|으로|로|아|야|이나|나)(?![가-힣])");

    private static final Pattern TURKISH_SUFFIX = Pattern.compile("}\\s?['’][a-zçğıöşü]|}[a-zçğıöşü]");

    @Test
    void no_korean_particle_stands_behind_a_value() {
        assertThat(lines("_ko")).noneMatch(line -> KOREAN_PARTICLE.matcher(line).find());
    }

    @Test
    void no_turkish_suffix_stands_behind_a_value() {
        assertThat(lines("_tr")).noneMatch(line -> TURKISH_SUFFIX.matcher(line).find());
    }

    @Test
    void nobody_is_shouted_at_or_hurried() {
        Pattern pushy = Pattern.compile(
                "!|(?i)hurry|last chance|act now|only \\d|don’t miss out|서두르|마지막 기회|acele et(?!meyin)|son şans|kaçırma");
        Stream.of("", "_ko", "_tr")
                .forEach(language -> assertThat(lines(language))
                        .noneMatch(line -> pushy.matcher(line).find()));
    }

    @Test
    void one_is_counted_otherwise_than_many() {
        Words words = new Words(
                Locale.ENGLISH, Map.of("more.one", phrase("{0} more item"), "more.other", phrase("{0} more items")));

        assertThat(words.count("more", 1)).isEqualTo("1 more item");
        assertThat(words.count("more", 0)).isEqualTo("0 more items");
        assertThat(words.count("more", 1200)).isEqualTo("1,200 more items");
    }

    @Test
    void a_value_may_look_like_a_pattern() {
        Words words = new Words(Locale.ENGLISH, Map.of("hi", phrase("Hi {0}, it’s ''us''")));

        assertThat(words.get("hi", "{1} '$x'")).isEqualTo("Hi {1} '$x', it’s 'us'");
    }

    private static Phrase phrase(String pattern) {
        return new Phrase("words.properties", 1, pattern, Locale.ENGLISH);
    }

    private static List<String> lines(String language) {
        List<String> lines = Source.readAll(EveryLetterTest.TEMPLATES, new ArrayList<>()).stream()
                .filter(source -> source.name().equals("words" + language + ".properties"))
                .flatMap(source -> source.text().lines())
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }
}
