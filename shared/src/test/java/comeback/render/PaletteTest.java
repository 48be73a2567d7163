package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any brand's colour gives letters that everyone can read. */
class PaletteTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#0b5c4a", "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#ff6600", "#777777",
                "#808000", "#c0ffee", "#123456", "#fedcba", "#e91e63", "#757575", "#767676", "#1f2428", "nonsense"
            })
    void words_can_be_read_in_light_and_dark(String brand) {
        Palette palette = Palette.of(brand);

        assertThat(contrast(palette.buttonText(), palette.button())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.darkButtonText(), palette.darkButton())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.button(), "#ffffff")).isGreaterThanOrEqualTo(3);
        for (String light : List.of("#ffffff", "#f5f4f1", "#f7f6f3")) {
            assertThat(contrast(palette.link(), light)).as(light).isGreaterThanOrEqualTo(4.5);
        }
        for (String dark : List.of("#15181b", "#1f2428", "#272d32")) {
            assertThat(contrast(palette.darkLink(), dark)).as(dark).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette.darkButton(), dark)).as(dark).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void a_colour_that_is_good_already_stays_as_it_is() {
        assertThat(Palette.of("#0b5c4a").button()).isEqualTo("#0b5c4a");
        assertThat(Palette.of("#0b5c4a").link()).isEqualTo("#0b5c4a");
    }

    private static double contrast(String one, String other) {
        return Colour.of(one, Colour.WHITE).contrast(Colour.of(other, Colour.WHITE));
    }
}
