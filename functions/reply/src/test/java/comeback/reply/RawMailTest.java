package comeback.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails as programs really write them. */
class RawMailTest {
    private static RawMail read(String text) {
        return RawMail.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_folded_header_is_one_and_stays_as_it_was() {
        RawMail mail = read("Subject: Where is\r\n my order?\r\nfrom: a@b.example\r\n\r\nHello\r\n\r\nagain");

        assertThat(mail.value("subject")).isEqualTo("Where is my order?");
        assertThat(mail.header("Subject").orElseThrow().lines()).isEqualTo("Subject: Where is\r\n my order?");
        assertThat(new String(mail.body(), StandardCharsets.ISO_8859_1)).isEqualTo("Hello\r\n\r\nagain");
    }

    @Test
    void lines_may_end_as_on_unix() {
        RawMail mail = read("From: a@b.example\nSubject: x\n\nHello");

        assertThat(mail.from()).isPresent();
        assertThat(mail.value("Subject")).isEqualTo("x");
        assertThat(new String(mail.body(), StandardCharsets.ISO_8859_1)).isEqualTo("Hello");
    }

    @Test
    void a_mail_without_a_body_and_one_that_is_none_at_all_are_read() {
        assertThat(read("From: a@b.example\r\n\r\n").body()).isEmpty();
        assertThat(read("").headers()).isEmpty();
        assertThat(read("\r\n\r\n").headers()).isEmpty();
        assertThat(read("no header here").headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada <Ada@Example.com> | ada@example.com",
                "ada@example.com | ada@example.com",
                "\"Lovelace, Ada\" <ada@example.com> | ada@example.com",
                "=?UTF-8?B?7JeQ?= <ada@example.com> | ada@example.com",
                "ada@example.com, bob@example.com | nobody",
                "Ada <ada@example.com>, Bob <bob@example.com> | nobody",
                "Ada | nobody"
            })
    void who_wrote_is_one_plain_address_or_nobody(String header, String who) {
        assertThat(read("From: " + header + "\r\n\r\n")
                        .from()
                        .map(from -> from.value().toLowerCase(Locale.ROOT))
                        .orElse("nobody"))
                .isEqualTo(who);
    }
}
