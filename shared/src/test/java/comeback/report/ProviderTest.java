package comeback.report;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
    @ParameterizedTest
    @CsvSource({
        "ada@gmail.com, GMAIL",
        "ADA@GoogleMail.com, GMAIL",
        "minji@naver.com, NAVER",
        "ada@hotmail.co.uk, OUTLOOK",
        "ada@live.nl, OUTLOOK",
        "ada@yahoo.com.tr, YAHOO",
        "ada@privaterelay.appleid.com, APPLE",
        "ada@notgmail.com, OTHERS",
        "ada@gmail.com.example, OTHERS",
        "ada@shop.example, OTHERS"
    })
    void whose_inbox_it_is_tells_the_domain_and_nothing_like_it(String address, Provider provider) {
        assertThat(Provider.of(new EmailAddress(address))).isEqualTo(provider);
    }
}
