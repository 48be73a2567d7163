package comeback.flow;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.flow.Reason.Verdict;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow may wait for: a time, an hour of the customer's day, a date of theirs. Every life begins at 09:00 in UTC. */
class WaitsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final LongWay SEVERAL_WAITS = new LongWay();

    /** One that waits for this, then sends. */
    private static String waiting(String wait) {
        return """
                class: requested
                starts: {on: [Signed Up], again: after 30d}
                steps:
                  - %s
                  - send: hello
                """.formatted(wait);
    }

    /** Two letters counted from one moment. */
    private record LongWay() {
        String from(String moment) {
            return """
                    class: requested
                    starts: {on: [Signed Up]}
                    steps:
                      - {wait: 1d, after: %1$s}
                      - send: first
                      - {wait: 3d, after: %1$s}
                      - send: second
                    """.formatted(moment);
        }
    }

    private static Life ada(ZoneId zone, String wait) {
        return Life.ofSomeoneWhoAgreed().living(zone).with("test", waiting(wait));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Asia/Seoul          | 2026-03-02T09:00:00Z | 2026-03-03T09:00",
                "Europe/Istanbul     | 2026-03-02T09:00:00Z | 2026-03-03T09:00",
                "Europe/Istanbul     | 2026-03-28T09:00:00Z | 2026-03-29T09:00",
                "Australia/Lord_Howe | 2026-10-03T12:00:00Z | 2026-10-04T09:00",
                "Australia/Lord_Howe | 2027-04-03T12:00:00Z | 2027-04-04T09:00",
                "America/New_York    | 2026-03-07T20:00:00Z | 2026-03-08T09:00",
                "America/New_York    | 2026-10-31T20:00:00Z | 2026-11-01T09:00",
                "Pacific/Kiritimati  | 2026-03-02T09:00:00Z | 2026-03-03T09:00"
            })
    void nine_in_the_morning_is_nine_by_the_customers_own_clock(ZoneId zone, String signUp, String expected) {
        Life ada = ada(zone, "wait until: \"09:00\"").at(signUp).signsUp().after(DAY.multipliedBy(2));

        assertThat(ada.mailsBy(zone)).containsExactly("hello " + expected);
    }

    @Test
    void who_comes_at_nine_is_not_made_to_wait_for_tomorrows_nine() {
        ZoneId zone = ZoneId.of("UTC");

        assertThat(ada(zone, "wait until: \"09:00\"").signsUp().mails()).containsExactly("hello");
        assertThat(ada(zone, "wait until: \"8:59\"").signsUp().after(DAY).mailsBy(zone))
                .containsExactly("hello 2026-03-03T08:59");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York    | 2026-03-08T05:00:00Z | 02:30 | 2026-03-08T03:30",
                "Australia/Lord_Howe | 2026-10-03T12:00:00Z | 02:15 | 2026-10-04T02:45",
                "America/New_York    | 2026-11-01T04:00:00Z | 01:30 | 2026-11-01T01:30",
                "America/New_York    | 2026-11-01T05:45:00Z | 01:30 | 2026-11-01T01:30"
            })
    void an_hour_that_a_clock_change_leaves_out_or_brings_twice_comes_once(
            ZoneId zone, String signUp, String time, String expected) {
        Life ada =
                ada(zone, "wait until: \"" + time + "\"").at(signUp).signsUp().after(Duration.ofHours(8));

        assertThat(ada.mailsBy(zone)).containsExactly("hello " + expected);
        assertThat(ada.after(DAY.multipliedBy(5)).mails()).hasSize(1);
    }

    @Test
    void who_was_born_on_29_february_is_greeted_on_the_28th_in_common_years() {
        ZoneId seoul = ZoneId.of("Asia/Seoul");
        Life ada = ada(seoul, "wait until: birthday").has("birthday", MonthDay.of(2, 29));

        ada.signsUp().at("2027-03-05T09:00:00Z").signsUp().at("2028-03-05T09:00:00Z");

        assertThat(ada.mailsBy(seoul)).containsExactly("hello 2027-02-28T09:00", "hello 2028-02-29T09:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{wait until: birthday, days: -3}               | --01-02 | 2026-12-30T09:00",
                "{wait until: birthday, days: 3, at: \"18:30\"} | --12-30 | 2027-01-02T18:30",
                "{wait until: birthday}                         | --03-02 | 2027-03-02T09:00",
                "{wait until: birthday, at: \"12:00\"}          | --03-02 | 2026-03-02T12:00"
            })
    void a_letter_may_come_some_days_before_or_after_a_date(String wait, MonthDay date, String expected) {
        ZoneId istanbul = ZoneId.of("Europe/Istanbul");
        String bare = wait.substring(1, wait.length() - 1).replace(", ", "\n    ");
        Life ada = ada(istanbul, bare).has("birthday", date).signsUp().after(Duration.ofDays(400));

        assertThat(ada.mailsBy(istanbul)).containsExactly("hello " + expected);
    }

    @Test
    void who_tells_another_birthday_while_we_wait_is_greeted_on_that_one() {
        ZoneId zone = ZoneId.of("UTC");
        Life ada = ada(zone, "wait until: birthday")
                .has("birthday", MonthDay.of(6, 1))
                .signsUp();

        ada.has("birthday", MonthDay.of(5, 1)).adds("mug").after(Duration.ofDays(200));

        assertThat(ada.mailsBy(zone)).containsExactly("hello 2026-05-01T09:00");
    }

    @Test
    void nobody_waits_for_a_date_that_the_store_never_told() {
        Life ada = ada(ZoneId.of("UTC"), "wait until: birthday").signsUp();

        assertThat(ada.customer().journeys()).isEmpty();
        assertThat(ada.reasons(Verdict.STOPPED)).containsExactly("test: the customer's birthday is not known");
    }

    @Test
    void a_wait_after_the_start_counts_from_what_happened_and_not_from_when_it_was_reported() {
        Life ada = Life.ofSomeoneWhoAgreed().with("test", SEVERAL_WAITS.from("start"));

        ada.happens(new comeback.event.Event.SignedUp(), ada.now().minus(Duration.ofHours(5)))
                .after(DAY.multipliedBy(5));

        assertThat(ada.mailsBy(ZoneId.of("UTC"))).containsExactly("first 2026-03-03T04:00", "second 2026-03-05T04:00");
    }

    @Test
    void after_an_outage_the_letters_keep_the_distance_that_the_file_lays_between_them() {
        Life ada = Life.ofSomeoneWhoAgreed()
                .with("test", SEVERAL_WAITS.from("start"))
                .signsUp();

        ada.afterAnOutageOf(DAY.multipliedBy(4)).after(DAY.multipliedBy(5));

        assertThat(ada.mailsBy(ZoneId.of("UTC"))).containsExactly("first 2026-03-06T09:00", "second 2026-03-08T09:00");
    }
}
