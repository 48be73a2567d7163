package comeback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CapsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Optional<Caps.Reached> reached(Duration... ago) {
        return Caps.DEFAULT.reached(Stream.of(ago).map(NOW::minus).sorted().toList(), NOW);
    }

    @Test
    void who_got_nothing_may_get_a_mail() {
        assertThat(reached()).isEmpty();
    }

    @Test
    void the_second_mail_of_a_day_waits_until_22_hours_after_the_first() {
        assertThat(reached(Duration.ofHours(1)))
                .contains(new Caps.Reached(NOW.plus(Duration.ofHours(21)), "at most 1 marketing mail in 24 hours"));
        assertThat(reached(Duration.ofHours(22).minusSeconds(1))).isPresent();
        assertThat(reached(Duration.ofHours(22))).isEmpty();
    }

    @Test
    void the_fourth_mail_of_a_week_waits_for_the_first_to_be_a_week_old_but_for_two_hours() {
        Duration week = Duration.ofDays(7).minusHours(2);

        assertThat(reached(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(5)))
                .contains(new Caps.Reached(
                        NOW.minus(Duration.ofDays(5)).plus(week), "at most 3 marketing mails in 7 days"));
        assertThat(reached(Duration.ofDays(1), Duration.ofDays(2), week.minusSeconds(1)))
                .isPresent();
        assertThat(reached(Duration.ofDays(1), Duration.ofDays(2), week)).isEmpty();
    }

    @Test
    void the_ninth_mail_of_a_month_waits_though_no_week_was_full() {
        Duration month = Duration.ofDays(30).minusHours(2);
        Duration[] eight =
                Stream.of(2, 6, 9, 13, 16, 20, 23, 27).map(Duration::ofDays).toArray(Duration[]::new);

        assertThat(reached(eight))
                .contains(new Caps.Reached(
                        NOW.minus(Duration.ofDays(27)).plus(month), "at most 8 marketing mails in 30 days"));
        eight[7] = month;
        assertThat(reached(eight)).isEmpty();
    }

    @Test
    void of_two_caps_that_are_reached_the_one_that_holds_longer_counts() {
        assertThat(reached(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(2)))
                .map(Caps.Reached::words)
                .contains("at most 3 marketing mails in 7 days");
    }

    @Test
    void a_cap_that_could_not_be_counted_is_refused() {
        assertThatThrownBy(() -> new Caps(1, 3, 31)).hasMessage("a cap is 1 to 30");
        assertThatThrownBy(() -> new Caps(0, 3, 8)).hasMessage("a cap is 1 to 30");
    }
}
