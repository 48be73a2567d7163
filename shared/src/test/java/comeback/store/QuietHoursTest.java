package comeback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final QuietHours NIGHT = QuietHours.DEFAULT;
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** When the quiet ends that reigns at that local time, as the customer's clock then shows it. */
    private static String endOf(QuietHours hours, String local, ZoneId zone) {
        return hours.endOf(at(local, zone), zone)
                .map(end -> end.atZone(zone).toLocalDateTime().toString())
                .orElse("not quiet");
    }

    @Test
    void the_evening_is_quiet_from_nine_and_the_morning_until_eight() {
        assertThat(endOf(NIGHT, "2026-03-02T20:59:59", ISTANBUL)).isEqualTo("not quiet");
        assertThat(endOf(NIGHT, "2026-03-02T21:00", ISTANBUL)).isEqualTo("2026-03-03T08:00");
        assertThat(endOf(NIGHT, "2026-03-03T00:00", ISTANBUL)).isEqualTo("2026-03-03T08:00");
        assertThat(endOf(NIGHT, "2026-03-03T07:59:59", ISTANBUL)).isEqualTo("2026-03-03T08:00");
        assertThat(endOf(NIGHT, "2026-03-03T08:00", ISTANBUL)).isEqualTo("not quiet");
    }

    @Test
    void quiet_hours_may_lie_within_one_day() {
        QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(17, 0));

        assertThat(endOf(siesta, "2026-03-02T12:59", ISTANBUL)).isEqualTo("not quiet");
        assertThat(endOf(siesta, "2026-03-02T13:00", ISTANBUL)).isEqualTo("2026-03-02T17:00");
        assertThat(endOf(siesta, "2026-03-02T17:00", ISTANBUL)).isEqualTo("not quiet");
    }

    @Test
    void the_night_in_which_summer_time_begins_is_an_hour_shorter_and_ends_at_eight_all_the_same() {
        Instant evening = at("2026-03-07T21:00", NEW_YORK);

        assertThat(Duration.between(evening, NIGHT.endOf(evening, NEW_YORK).orElseThrow()))
                .isEqualTo(Duration.ofHours(10));
        assertThat(endOf(NIGHT, "2026-03-07T21:00", NEW_YORK)).isEqualTo("2026-03-08T08:00");
    }

    @Test
    void an_end_that_the_clock_jumps_over_comes_by_the_jump_later() {
        QuietHours brief = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(endOf(brief, "2026-03-07T23:00", NEW_YORK)).isEqualTo("2026-03-08T03:30");
    }

    @Test
    void an_hour_that_comes_twice_is_quiet_twice() {
        QuietHours brief = new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30));
        ZonedDateTime firstTen = LocalDateTime.parse("2026-11-01T01:10").atZone(NEW_YORK);
        ZonedDateTime secondTen = firstTen.withLaterOffsetAtOverlap();

        assertThat(brief.endOf(firstTen.toInstant(), NEW_YORK))
                .contains(firstTen.toInstant().plus(Duration.ofMinutes(20)));
        assertThat(brief.endOf(secondTen.toInstant(), NEW_YORK))
                .contains(secondTen.toInstant().plus(Duration.ofMinutes(20)));
    }

    @Test
    void on_lord_howe_the_clock_changes_by_half_an_hour() {
        Instant spring = at("2026-10-03T21:00", LORD_HOWE);
        Instant autumn = at("2026-04-04T21:00", LORD_HOWE);

        assertThat(Duration.between(spring, NIGHT.endOf(spring, LORD_HOWE).orElseThrow()))
                .isEqualTo(Duration.ofMinutes(10 * 60 + 30));
        assertThat(Duration.between(autumn, NIGHT.endOf(autumn, LORD_HOWE).orElseThrow()))
                .isEqualTo(Duration.ofMinutes(11 * 60 + 30));
    }

    @Test
    void a_day_that_apia_left_out_is_waited_over() {
        ZoneId apia = ZoneId.of("Pacific/Apia");

        assertThat(endOf(NIGHT, "2011-12-29T22:00", apia)).isEqualTo("2011-12-31T08:00");
        assertThat(NIGHT.endOf(at("2011-12-29T22:00", apia), apia))
                .contains(at("2011-12-29T22:00", apia).plus(Duration.ofHours(10)));
    }

    @Test
    void casablanca_turns_its_clock_twice_around_ramadan() {
        ZoneId casablanca = ZoneId.of("Africa/Casablanca");

        assertThat(endOf(NIGHT, "2026-02-14T21:30", casablanca)).isEqualTo("2026-02-15T08:00");
        assertThat(endOf(NIGHT, "2026-03-21T21:30", casablanca)).isEqualTo("2026-03-22T08:00");
    }

    @Test
    void in_every_zone_at_any_time_the_quiet_ends_later_and_is_over_then_and_no_day_is_waited_away() {
        SplittableRandom random = new SplittableRandom(2026);
        long from = Instant.parse("1995-01-01T00:00:00Z").getEpochSecond();
        long until = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();
        List<QuietHours> kinds = List.of(
                NIGHT,
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30)),
                new QuietHours(LocalTime.of(0, 0), LocalTime.of(2, 30)),
                new QuietHours(LocalTime.of(4, 0), LocalTime.of(0, 0)));
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            List<Instant> instants = new ArrayList<>(aroundChanges(zone, from));
            for (int i = 0; i < 60; i++) {
                instants.add(Instant.ofEpochSecond(random.nextLong(from, until)));
            }
            for (Instant at : instants) {
                kinds.forEach(hours -> holds(hours, at, zone));
            }
        }
    }

    /** Every five minutes for a few hours around each of a zone's first clock changes after then. */
    private static List<Instant> aroundChanges(ZoneId zone, long from) {
        List<Instant> instants = new ArrayList<>();
        Optional<ZoneOffsetTransition> change =
                Optional.ofNullable(zone.getRules().nextTransition(Instant.ofEpochSecond(from)));
        for (int i = 0; i < 8 && change.isPresent(); i++) {
            Instant at = change.get().getInstant();
            for (int minutes = -300; minutes <= 300; minutes += 20) {
                instants.add(at.plus(Duration.ofMinutes(minutes)));
            }
            change = Optional.ofNullable(zone.getRules().nextTransition(at));
        }
        return instants;
    }

    private static void holds(QuietHours hours, Instant at, ZoneId zone) {
        Optional<Instant> end = hours.endOf(at, zone);
        if (end.isEmpty()) {
            assertThat(hours.isQuiet(at, zone)).isFalse();
            return;
        }
        boolean isRight = end.get().isAfter(at)
                && !hours.isQuiet(end.get(), zone)
                && end.get().getEpochSecond() % 60 == 0
                && Duration.between(at, end.get()).compareTo(Duration.ofHours(24)) < 0;
        // Said only when it is wrong: half a million sentences would take longer than the zones.
        if (!isRight) {
            assertThat(end).as("%s at %s in %s", hours, at, zone).isEmpty();
        }
    }

    @Test
    void hours_that_leave_no_time_for_mail_are_no_quiet_hours() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(11, 59), LocalTime.of(8, 0)))
                .hasMessage("quiet hours leave at least 4 hours of a day");
        assertThatThrownBy(() -> new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0)))
                .hasMessage("quiet hours leave at least 4 hours of a day");
    }
}
