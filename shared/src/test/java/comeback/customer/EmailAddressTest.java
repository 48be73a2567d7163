package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One plain address, and where its mail ends up. */
class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "Ada@Example.com, ada@example.com",
        "ada+news@example.com, ada@example.com",
        "ada+a+b@example.com, ada@example.com",
        "a.d.a@example.com, a.d.a@example.com",
        "A.d.a+x@googlemail.com, ada@gmail.com",
        "+@example.com, @example.com",
    })
    void spellings_of_one_mailbox_are_counted_as_one(String written, String mailbox) {
        assertThat(new EmailAddress(written).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\n",
                "a@b.example,c@d.example",
                "Ada <a@b.example>",
                "a@b",
                "@b.example",
                "a b@c.example",
                "a@b.example\u0000",
                "ä@b.example",
            })
    void what_could_end_a_header_or_name_a_second_person_is_no_address(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void an_address_is_not_printed_into_a_log() {
        assertThat(new EmailAddress("ada@example.com").toString()).isEqualTo("…@example.com");
    }
}
