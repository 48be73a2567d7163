package comeback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which starts of flows are remembered when there were very many. */
class StartedTest {
    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");

    @Test
    void who_is_looked_at_every_week_for_years_is_still_known_to_have_had_the_letters_of_each_order() {
        Customer ada = Customer.unknown(CustomerId.of(Ref.user("ada")));
        for (int order = 0; order < 20; order++) {
            ada = ada.withStarted(new Started("thank-you", "order-" + order, NOW));
        }
        for (int week = 1; week <= 150; week++) {
            ada = ada.withStarted(
                    new Started("new-products", "ada", NOW.plus(Duration.ofDays(7L * week)), week, false));
        }

        assertThat(ada.started())
                .hasSizeLessThanOrEqualTo(Customer.STARTED_MAX)
                .filteredOn(started -> started.flow().equals("thank-you"))
                .hasSize(20);
        assertThat(ada.started().getLast().run()).isEqualTo(150);
    }
}
