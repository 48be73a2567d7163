package comeback.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comeback.customer.Journey;
import comeback.json.Fields;
import comeback.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JourneyMapperTest {
    private static final String OLD = """
            {"flow":"cart","version":"abcd","key":"c-1","about":{"kind":"cart","id":"c-1"},"trusted":true,
             "startedAt":"2026-03-02T09:00:00Z","nextStep":3,"since":"2026-03-02T10:00:00Z","sent":1}""";

    private static Journey read(String json) {
        return JourneyMapper.journey(Fields.of(Json.parseOwn(json)));
    }

    @Test
    void a_journey_that_an_older_version_stored_goes_on_where_it_was() {
        Journey journey = read(OLD);

        assertThat(journey.nextStep()).isEqualTo(3);
        assertThat(journey.beginning())
                .isEqualTo(new Journey.Beginning(Instant.parse("2026-03-02T09:00:00Z"), 1, false));
        assertThat(journey.heard()).isEmpty();
        assertThat(read(Json.print(JourneyMapper.write(journey)))).isEqualTo(journey);
    }

    @Test
    void a_journey_of_a_newer_version_is_refused_and_never_guessed_at() {
        assertThatThrownBy(() -> read(OLD.replace("{\"flow\"", "{\"format\":3,\"flow\"")))
                .hasMessageContaining("a journey of cart is stored in format 3");
    }
}
