package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountryZonesTest {
    private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static Profile in(String country) {
        return Profile.EMPTY.withCountry(Optional.of(country));
    }

    @Test
    void somebody_in_another_country_has_that_countrys_night() {
        assertThat(in("KR").zoneOr(SEATTLE)).isEqualTo(SEOUL);
        assertThat(in("CA").zoneOr(SEOUL)).isEqualTo(ZoneId.of("America/Toronto"));
    }

    @Test
    void somebody_in_the_stores_own_country_has_the_stores_night() {
        assertThat(in("US").zoneOr(SEATTLE)).isEqualTo(SEATTLE);
    }

    @Test
    void what_a_device_tells_counts_more_than_a_country() {
        Profile device = new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(SEATTLE));

        assertThat(in("KR").updatedWith(device).zoneOr(SEOUL)).isEqualTo(SEATTLE);
        assertThat(device.updatedWith(in("KR")).zoneOr(SEOUL)).isEqualTo(SEATTLE);
    }

    @Test
    void somebody_of_whom_nothing_is_told_has_the_stores_night() {
        assertThat(Profile.EMPTY.zoneOr(SEOUL)).isEqualTo(SEOUL);
        assertThat(in("ZZ").zoneOr(SEOUL)).isEqualTo(SEOUL);
    }

    @Test
    void every_country_in_which_people_live_has_a_clock_that_is_known_here() {
        List<String> unknown = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).stream()
                .filter(country -> CountryZones.of(country, SEOUL).isEmpty())
                .toList();

        // Two islands without inhabitants.
        assertThat(unknown).containsExactlyInAnyOrder("BV", "HM");
    }
}
