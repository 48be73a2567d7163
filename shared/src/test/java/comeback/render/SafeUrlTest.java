package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts become links. */
class SafeUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://shop.example https://shop.example",
                "HTTPS://Shop.Example/A?b=c&d=e#f https://shop.example/A?b=c&d=e#f",
                "https://shop.example:8443/a https://shop.example:8443/a",
                "http://127.0.0.1:8080/shop/mug.png http://127.0.0.1:8080/shop/mug.png",
                "http://localhost/x http://localhost/x",
                "https://shop.example/머그/[1] https://shop.example/%EB%A8%B8%EA%B7%B8/%5B1%5D",
                "https://shop.example/50%25/100% https://shop.example/50%25/100%25",
                "https://머그.example/ https://xn--2i0b85u.example/"
            })
    void a_web_address_is_spelt_as_browsers_want_it(String text, String url) {
        assertThat(SafeUrl.page(text).value()).isEqualTo(url);
    }

    @Test
    void blanks_in_a_path_are_encoded() {
        assertThat(SafeUrl.page(" https://shop.example/a b ").value()).isEqualTo("https://shop.example/a%20b");
    }

    @Test
    void nothing_else_is_a_link() {
        for (String text : new String[] {
            "http://shop.example/",
            "http://127.0.0.1.evil.example/",
            "javascript:alert(1)",
            "https:/shop.example",
            "https://a@b.example/",
            "https://shop.example:port/",
            "https://shop example/",
            "https://shop.example/\u0000",
            "https://-.example/",
            "ftp://shop.example/",
            "https://shop.example/" + "a".repeat(2000)
        }) {
            assertThat(SafeUrl.page(text).isEmpty()).as(text).isTrue();
        }
    }

    @Test
    void an_address_and_a_number_are_links_of_their_own_kind() {
        assertThat(SafeUrl.mailbox("hello@shop.example").value()).isEqualTo("mailto:hello@shop.example");
        assertThat(SafeUrl.mailbox("hello@shop.example?bcc=x@y.example").isEmpty())
                .isTrue();
        assertThat(SafeUrl.phone("+82 (0)2-555-01 00").value()).isEqualTo("tel:+82025550100");
        assertThat(SafeUrl.phone("call me").isEmpty()).isTrue();
    }
}
