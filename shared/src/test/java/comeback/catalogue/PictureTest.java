package comeback.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example/mug.jpg",
                "https://cdn.example/mug.PNG?v=1.webpage",
                "https://cdn.example/picture/17",
                "https://cdn.example/v1.2/mug",
                "https://cdn.example/mug.webp?format=jpg",
                "https://svg.example"
            })
    void a_picture_that_mail_programs_show_is_taken(String url) {
        assertThat(Picture.of(List.of(url))).isEqualTo(new Picture.Shown(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cdn.example/mug.jpg",
                "https://cdn.example/mug.svg",
                "https://cdn.example/MUG.SVG?width=200",
                "https://cdn.example/mug.webp#top",
                "https://cdn.example/mug.avif",
                "https://cdn.example/mug.jpg?w=200&format=webp",
                "data:image/png;base64,AAAA"
            })
    void a_picture_that_some_mail_program_does_not_show_is_refused_with_the_reason(String url) {
        assertThat(Picture.of(List.of(url)))
                .isInstanceOfSatisfying(
                        Picture.Refused.class,
                        refused -> assertThat(refused.why()).contains("mail programs"));
    }

    @Test
    void of_several_pictures_the_first_that_can_be_shown_is_taken() {
        assertThat(Picture.of(List.of("https://cdn.example/a.webp", "https://cdn.example/a.jpg")))
                .isEqualTo(new Picture.Shown("https://cdn.example/a.jpg"));
        assertThat(Picture.of(List.of())).isEqualTo(new Picture.None());
    }
}
