package comeback.render;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.catalogue.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts and dates, as people write them. */
class FormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US|USD|1968.5|$1,968.50",
                "en|USD|48|$48.00",
                "ko-KR|KRW|64800|₩64,800",
                "ko|KRW|64800|₩64,800",
                "en-US|KRW|64800|₩64,800",
                "en-US|JPY|6400|¥6,400",
                "tr-TR|TRY|1968|₺1.968,00",
                "tr|TRY|1968|₺1.968,00",
                "en-US|TRY|1968|TRY 1,968.00",
                "en-US|KWD|12.345|KWD 12.345",
                "en-GB|GBP|9.9|£9.90",
                "ko-KR|USD|12.9|US$12.90"
            })
    void a_price_is_in_the_customers_habits_and_the_orders_currency(
            String locale, String currency, BigDecimal amount, String expected) {
        Formats formats = new Formats(Locale.forLanguageTag(locale), ZoneId.of("UTC"));

        assertThat(formats.money(Money.of(amount, Currency.getInstance(currency)))
                        .replace('\u00a0', ' '))
                .isEqualTo(expected);
    }

    @Test
    void a_reduction_has_a_real_minus_sign() {
        Formats formats = new Formats(Locale.KOREA, ZoneId.of("UTC"));

        assertThat(formats.minus(new Money(5000, Currency.getInstance("KRW")))).isEqualTo("−₩5,000");
    }

    @Test
    void a_date_is_the_customers_own() {
        Instant at = Instant.parse("2026-11-04T23:30:00Z");

        assertThat(new Formats(Locale.KOREA, ZoneId.of("Asia/Seoul")).date(at)).isEqualTo("2026년 11월 5일");
        assertThat(new Formats(Locale.of("tr"), ZoneId.of("Europe/Istanbul")).date(at))
                .isEqualTo("5 Kasım 2026");
        assertThat(new Formats(Locale.US, ZoneId.of("America/New_York")).date(at))
                .isEqualTo("November 4, 2026");
    }
}
