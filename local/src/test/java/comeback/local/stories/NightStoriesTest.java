package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import comeback.local.stores.StoresFile;
import comeback.store.MarketingPolicy;
import comeback.store.QuietHours;
import comeback.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Story 1 and the zones of story 9 of the product's page: a shop with quiet hours, seen from where its shoppers live. */
class NightStoriesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static TestWorld at(String local, ZoneId zone) {
        Instant instant = LocalDateTime.parse(local).atZone(zone).toInstant();
        return TestWorld.at(
                instant.toString(),
                StoresFile.demo().stream().map(NightStoriesTest::quietAtNight).toList());
    }

    /** The demo shop, as a shop is that says nothing about quiet hours. */
    private static Store quietAtNight(Store store) {
        return new Store(
                store.id(),
                store.brand(),
                store.sender(),
                store.locale(),
                store.locales(),
                store.zone(),
                store.keys(),
                store.linkSecret(),
                store.flowsOff(),
                MarketingPolicy.DEFAULT);
    }

    private static Shopper signedUp(TestWorld world, ZoneId zone) {
        return new Shopper(world, "ada")
                .track(
                        "Signed Up",
                        Map.of("email", "ada@example.com", "acceptsMarketing", true, "timezone", zone.getId()));
    }

    @Test
    void story_1_who_signs_up_at_one_in_the_morning_is_welcomed_within_a_minute() {
        ZoneId istanbul = ZoneId.of("Europe/Istanbul");
        try (TestWorld world = at("2026-03-02T01:00", istanbul)) {
            Shopper ada = signedUp(world, istanbul);
            world.advance(Duration.ofMinutes(1));

            assertThat(ada.mails()).containsExactly("welcome/thanks-for-joining");
            assertThat(Duration.between(
                            Instant.parse("2026-03-01T22:00:00Z"),
                            ada.lastMail().sentAt()))
                    .isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void story_9_a_cart_left_in_the_evening_is_mentioned_in_the_mornings_of_the_shoppers_own_place() {
        for (String place : List.of("Europe/Istanbul", "Asia/Seoul")) {
            mornings(place, "2026-03-02T20:30");
        }
        // Half an hour is put in on 4 October.
        mornings("Australia/Lord_Howe", "2026-10-03T20:30");
        // The hour from two to three is left out on 8 March.
        mornings("America/New_York", "2026-03-07T20:30");
    }

    private static void mornings(String place, String evening) {
        ZoneId zone = ZoneId.of(place);
        try (TestWorld world = at(evening, zone)) {
            Shopper ada = signedUp(world, zone).addsAMug();

            assertThat(world.advance(HOUR.multipliedBy(10))).as(place).isEmpty();
            List<Mail> reminders = world.advance(DAY.multipliedBy(6));
            assertThat(ada.mails())
                    .as(place)
                    .containsExactly(
                            "welcome/thanks-for-joining", "cart/need-help", "cart/your-things", "cart/last-note");
            assertThat(reminders)
                    .as(place)
                    .allSatisfy(mail -> assertThat(QuietHours.DEFAULT.isQuiet(mail.sentAt(), zone))
                            .isFalse());
            assertThat(reminders.getFirst().sentAt().atZone(zone).toLocalTime())
                    .as(place)
                    .isBetween(LocalTime.of(8, 0), LocalTime.of(8, 31));
        }
    }

    @Test
    void who_buys_in_the_night_while_a_reminder_waits_never_gets_it() {
        ZoneId istanbul = ZoneId.of("Europe/Istanbul");
        try (TestWorld world = at("2026-03-02T20:30", istanbul)) {
            Shopper ada = signedUp(world, istanbul).addsAMug();
            world.advance(HOUR.multipliedBy(5));
            ada.pays("1001", "c-1");

            world.advance(DAY.multipliedBy(5));
            assertThat(ada.mails()).noneMatch(mail -> mail.startsWith("cart/"));
        }
    }
}
