package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.store.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SesMailerTest {
    private static String from(String name) {
        return SesMailer.from(new Sender(name, "hello@shop.example", Optional.empty()));
    }

    @Test
    void a_plain_name_is_quoted() {
        assertThat(from("Alder & Pine, \"Home\"")).isEqualTo("\"Alder & Pine, \\\"Home\\\"\" <hello@shop.example>");
    }

    @Test
    void a_name_in_another_script_is_encoded_in_words_of_at_most_75_characters() {
        String name = "올더앤파인 생활용품 전문점 İstanbul Çarşısı";

        String header = from(name);

        assertThat(header).isPrintable().endsWith(" <hello@shop.example>");
        String[] words = header.substring(0, header.indexOf(" <")).split(" ");
        assertThat(words).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        assertThat(Arrays.stream(words)
                        .map(word -> word.substring("=?UTF-8?B?".length(), word.length() - "?=".length()))
                        .map(base64 -> new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                        .collect(Collectors.joining()))
                .isEqualTo(name);
    }
}
