package comeback.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Fields;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "TR, TR", "tr, TR", "TUR, TR", "Turkey, TR", "Türkiye, TR", "South Korea, KR", "' Republic of Korea ', KR",
        "United States, US", "USA, US", "UK, GB", "United Kingdom, GB", "XX, ''", "Atlantis, ''", "'', ''"
    })
    void a_country_is_understood_as_clients_name_it(String told, String code) {
        assertThat(Countries.in(Fields.of(Map.of("country", told)), "country").orElse(""))
                .isEqualTo(code);
    }

    @Test
    void what_is_no_text_is_no_country() {
        assertThat(Countries.in(Fields.of(Map.of("country", 7)), "country")).isEmpty();
        assertThat(Countries.in(Fields.of(Map.of()), "country", "country_code")).isEmpty();
    }
}
