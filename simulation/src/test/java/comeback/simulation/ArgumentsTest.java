package comeback.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void what_a_report_says_is_understood_word_for_word() {
        Arguments arguments = Arguments.read(Arguments.words("--worlds 1 --seed 3 --faults 2.0% --size 90x60"
                + " --mutant claimed-blindly --shoppers 45,46 --fault 'SendEmail abc #1=DIES_AFTER'"));

        assertThat(arguments.worldsEach()).isEqualTo(1);
        assertThat(arguments.rates()).containsExactly(0.02);
        assertThat(arguments.onlyShoppers().orElseThrow()).containsExactlyInAnyOrder(45, 46);
        assertThat(arguments.onlyFaults().orElseThrow()).containsOnlyKeys("SendEmail abc #1");
    }

    @ParameterizedTest
    @CsvSource({
        "--sed 7, there is no --sed",
        "--seed, what is --seed?",
        "--seed seven, that is no number",
        "--faults some%, that is no number",
        "--mutant no-such-mistake, there is no mutant no-such-mistake; there are",
        "--story no-such-story, there is no story no-such-story; there are"
    })
    void what_is_not_understood_is_named_before_anything_is_played(String line, String answer) {
        List<String> words = Arguments.words(line);

        assertThatThrownBy(() -> Arguments.read(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(answer);
    }
}
