package comeback.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The console's languages and ways between its pages. */
class WordsTest {
    @Test
    void every_language_has_a_word_for_everything_and_none_for_nothing() {
        for (Locale language : Words.LANGUAGES) {
            assertThat(Words.of(Optional.of(language.getLanguage()), Optional.empty())
                            .keys())
                    .as(language.getLanguage())
                    .isEqualTo(Words.english().keys());
        }
    }

    @Test
    void the_language_that_is_asked_for_goes_before_the_browsers_and_english_is_for_all_others() {
        assertThat(Words.of(Optional.of("tr"), Optional.of("ko-KR,en;q=0.9")).language())
                .isEqualTo("tr");
        assertThat(Words.of(Optional.empty(), Optional.of("de,ko-KR;q=0.9")).language())
                .isEqualTo("ko");
        assertThat(Words.of(Optional.empty(), Optional.of("de")).language()).isEqualTo("en");
    }
}
