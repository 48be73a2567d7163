package comeback.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words from strangers, before they stand in a letter. */
class TextsTest {
    @Test
    void blanks_and_line_breaks_become_one_blank() {
        assertThat(Texts.clean("  a \r\n\t b\u0000c\u00a0\u3000d\u2028 ", 60)).isEqualTo("a b c d");
    }

    @Test
    void what_is_cut_never_ends_in_half_a_character_or_a_blank() {
        assertThat(Texts.clean("ab cd", 3)).isEqualTo("ab");
        assertThat(Texts.clean("a😀😀", 2)).isEqualTo("a😀");
        assertThat(Texts.clean("abc", 0)).isEmpty();
    }

    @Test
    void joined_emoji_and_foreign_letters_stay() {
        assertThat(Texts.clean("👩‍👩‍👧 İğdır 한국어 مرحبا", 60)).isEqualTo("👩‍👩‍👧 İğdır 한국어 مرحبا");
    }

    @Test
    void half_a_surrogate_pair_is_dropped() {
        assertThat(Texts.clean("a\ud83db", 60)).isEqualTo("ab");
    }
}
