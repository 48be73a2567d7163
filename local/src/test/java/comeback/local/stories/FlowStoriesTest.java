package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories 7 and 9 of the product's page, told with flows of a test's own over the real functions. */
class FlowStoriesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final String WELCOME = """
            class: marketing
            starts: {on: [Signed Up], again: after 365d}
            steps:
              - {send: thanks, at once: true}
              - {wait: 36h, after: start}
              - send: promotion
              - wait for: purchase
                at most: 7d
                after: start
                then:
                  - {wait: 1d, after: purchase}
                  - send: related
                else:
                  - wait for: purchase
                    at most: 24d
                    after: start
                    then:
                      - stop: the customer has bought
                  - send: second-chance
            """;

    @TempDir
    Path folder;

    private TestWorld welcoming() {
        return TestWorld.with(
                "2026-03-02T14:00:00Z",
                TestTemplates.in(folder, "chain", WELCOME, "thanks", "promotion", "related", "second-chance"));
    }

    /** Letters and when they came, by the clock there. */
    private static List<String> days(TestWorld world, int days, ZoneId clock) {
        List<Mail> mails = new ArrayList<>(world.mailbox());
        for (int i = 0; i < days; i++) {
            mails.addAll(world.advance(DAY));
        }
        return mails.stream()
                .map(mail -> mail.tag("message") + " "
                        + mail.sentAt().atZone(clock).toLocalDateTime().withSecond(0))
                .toList();
    }

    @Test
    void story_7_who_signs_up_and_buys_nothing_gets_mails_at_0_36_hours_and_24_days_and_nothing_else() {
        try (TestWorld world = welcoming()) {
            new Shopper(world, "ada").signsUp();

            assertThat(days(world, 60, NEW_YORK))
                    .containsExactly(
                            "thanks 2026-03-02T09:00", "promotion 2026-03-03T21:00", "second-chance 2026-03-26T10:00");
        }
    }

    @Test
    void story_7_who_buys_on_day_2_gets_related_products_a_day_after_the_purchase_and_no_24_day_mail() {
        try (TestWorld world = welcoming()) {
            Shopper ada = new Shopper(world, "ada").signsUp();
            world.advance(DAY.multipliedBy(2));
            ada.pays("1001", "c-1");

            assertThat(days(world, 60, NEW_YORK))
                    .containsExactly(
                            "thanks 2026-03-02T09:00", "promotion 2026-03-03T21:00", "related 2026-03-05T09:00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Istanbul, 2027-02-26T12:00, hello 2027-02-28T09:00",
        "Asia/Seoul, 2028-02-26T12:00, hello 2028-02-29T09:00",
        "Australia/Lord_Howe, 2027-02-26T12:00, hello 2027-02-28T09:00"
    })
    void story_9_who_was_born_on_29_february_is_greeted_at_nine_of_their_own_morning(
            ZoneId zone, LocalDateTime start, String expected) {
        String birthday = """
                class: requested
                starts: {on: [Signed Up]}
                steps:
                  - wait until: birthday
                  - send: hello
                """;
        assertThat(story(birthday, zone, start)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-07T12:00, hello 2026-03-08T03:30",
        "America/New_York, 2026-10-31T12:00, hello 2026-11-01T02:30",
        "Europe/Istanbul, 2026-03-28T12:00, hello 2026-03-29T02:30",
        "Australia/Lord_Howe, 2026-10-03T12:00, hello 2026-10-04T02:30"
    })
    void story_9_half_past_two_comes_once_in_the_night_of_a_clock_change(
            ZoneId zone, LocalDateTime start, String expected) {
        String night = """
                class: requested
                starts: {on: [Signed Up]}
                steps:
                  - wait until: "02:30"
                  - send: hello
                """;
        assertThat(story(night, zone, start)).containsExactly(expected);
    }

    private List<String> story(String file, ZoneId zone, LocalDateTime start) {
        try (TestWorld world = TestWorld.with(
                start.atZone(zone).toInstant().toString(), TestTemplates.in(folder, "story", file, "hello"))) {
            new Shopper(world, "ada")
                    .track(
                            "Signed Up",
                            Map.of(
                                    "email",
                                    "ada@example.com",
                                    "acceptsMarketing",
                                    true,
                                    "timezone",
                                    zone.getId(),
                                    "birthday",
                                    "1992-02-29"));
            return days(world, 4, zone);
        }
    }
}
