package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import comeback.customer.Consent;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Frequency;
import comeback.customer.Topic;
import comeback.link.PreferencesToken;
import comeback.link.UnsubscribeToken;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shopper may choose by the link in a letter's footer. */
class ChoosingTest {
    private static final String ALL_TOPICS = "&topic-reminders=yes&topic-offers=yes&topic-news=yes&topic-occasions=yes";

    private final World world = new World();
    private final Customer sibel = People.sibel();
    private final String link = linkFor(sibel, World.NOW);

    private String linkFor(Customer customer, Instant madeAt) {
        world.linkOf(customer);
        return link(customer.id(), madeAt);
    }

    private static String link(CustomerId customer, Instant madeAt) {
        return "/p/" + PreferencesToken.of(World.SHOP.id(), customer, madeAt).signedBy(World.SHOP);
    }

    private APIGatewayV2HTTPResponse press(String form) {
        return world.send(Asked.by("POST", link).form(form));
    }

    private Consent consent() {
        return world.consentOf(sibel.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void a_scanner_that_looks_a_hundred_times_changes_nothing(String method) {
        for (int i = 0; i < 100; i++) {
            assertThat(world.send(Asked.by(method, link).form("do=erase-now")).getStatusCode())
                    .isEqualTo(200);
        }

        assertThat(consent()).isEqualTo(sibel.consent());
        assertThat(world.timelineOf(sibel.id())).isEmpty();
    }

    @Test
    void the_page_shows_what_is_chosen_now_and_no_whole_address() {
        assertThat(world.get(link).getBody())
                .contains("<h1>What you get from us</h1>", "name=\"topic-reminders\" value=\"yes\" checked")
                .contains("value=\"as_it_comes\" checked", "Pause for 30 days", "Delete everything about me")
                .contains("s•••@mail.example")
                .doesNotContain("sibel.demir");
    }

    @Test
    void who_unticks_a_topic_and_wants_less_has_it_so_and_keeps_the_day_on_which_they_agreed() {
        APIGatewayV2HTTPResponse answer =
                press("do=save&topic-reminders=yes&topic-news=yes&frequency=weekly&language=ko" + "&month=2&day=29");

        assertThat(answer.getStatusCode()).isEqualTo(200);
        Consent.Given given = (Consent.Given) consent();
        assertThat(given.at()).isEqualTo(((Consent.Given) sibel.consent()).at());
        assertThat(given.wishes().unwanted()).containsExactlyInAnyOrder(Topic.OFFERS, Topic.OCCASIONS);
        assertThat(given.wishes().frequency()).isEqualTo(Frequency.WEEKLY);
        assertThat(world.customer(sibel.id()).language()).contains(Locale.KOREAN);
        assertThat(world.customer(sibel.id()).profile().dates()).containsEntry("birthday", MonthDay.of(2, 29));
        // In the language they have just chosen.
        assertThat(answer.getBody()).contains("저장했어요").contains("<option value=\"29\" selected>");
        assertThat(world.timelineOf(sibel.id())).hasSize(1);
    }

    @Test
    void who_unticks_everything_has_unsubscribed() {
        press("do=save&frequency=monthly");

        assertThat(consent()).isEqualTo(new Consent.Withdrawn(World.NOW, "preferences"));
    }

    @Test
    void who_had_unsubscribed_and_ticks_something_has_agreed_again() {
        world.send(Asked.button(World.linkOf(sibel.id())));
        world.pass(Duration.ofDays(1));
        assertThat(world.get(link).getBody()).doesNotContain(" checked><span>Reminders");

        press("do=save&frequency=as_it_comes&topic-news=yes");

        assertThat(consent()).isInstanceOfSatisfying(Consent.Given.class, given -> {
            assertThat(given.at()).isEqualTo(World.NOW.plus(Duration.ofDays(1)));
            assertThat(given.wishes().wants(Topic.NEWS)).isTrue();
            assertThat(given.wishes().wants(Topic.OFFERS)).isFalse();
        });
    }

    @Test
    void a_save_by_somebody_who_had_unsubscribed_and_ticks_nothing_is_no_word_about_marketing() {
        world.send(Asked.button(World.linkOf(sibel.id())));

        press("do=save&language=tr");

        assertThat(consent()).isInstanceOf(Consent.Withdrawn.class);
        assertThat(world.customer(sibel.id()).language()).contains(Locale.of("tr"));
    }

    @Test
    void a_pause_lasts_thirty_days_and_can_be_ended() {
        assertThat(press("do=pause").getBody()).contains("Your break lasts until April 1, 2026");
        assertThat(consent().wishes().pausedUntil()).contains(World.NOW.plus(Duration.ofDays(30)));

        press("do=save&frequency=weekly" + ALL_TOPICS);
        assertThat(consent().wishes().pausedUntil()).isPresent();

        press("do=resume");
        assertThat(consent().wishes().pausedUntil()).isEmpty();
        assertThat(consent().wishes().frequency()).isEqualTo(Frequency.WEEKLY);
    }

    @Test
    void unsubscribing_here_is_the_same_as_by_the_other_link() {
        assertThat(press("do=unsubscribe").getBody()).contains("You’re unsubscribed");
        assertThat(consent()).isEqualTo(new Consent.Withdrawn(World.NOW, "preferences"));
        world.pass(Duration.ofDays(1));
        press("do=unsubscribe");
        assertThat(consent()).isEqualTo(new Consent.Withdrawn(World.NOW, "preferences"));
    }

    @Test
    void other_days_that_the_shop_asks_about_or_told_can_be_set_changed_and_taken_away() {
        world.asksAbout(List.of("Wedding anniversary"));
        assertThat(world.get(link).getBody()).contains("<legend>Wedding anniversary</legend>");

        press("do=save" + ALL_TOPICS + "&month=2&day=29&month-Wedding+anniversary=6&day-Wedding+anniversary=1");
        assertThat(world.customer(sibel.id()).profile().dates())
                .containsEntry("birthday", MonthDay.of(2, 29))
                .containsEntry("Wedding anniversary", MonthDay.of(6, 1));

        // The shop asks no more, but what is known can still be seen and taken away.
        world.asksAbout(List.of());
        assertThat(press("do=save" + ALL_TOPICS).getBody()).contains("<legend>Wedding anniversary</legend>");
        assertThat(world.customer(sibel.id()).profile().dates()).containsOnlyKeys("Wedding anniversary");

        press("do=save" + ALL_TOPICS + "&month-Wedding+anniversary=&day-Wedding+anniversary=");
        assertThat(world.customer(sibel.id()).profile().dates()).isEmpty();
        assertThat(world.get(link).getBody()).doesNotContain("Wedding");
    }

    @Test
    void a_day_that_nobody_asked_about_is_not_kept_and_one_that_does_not_exist_changes_nothing() {
        world.asksAbout(List.of("Wedding anniversary"));

        press("do=save" + ALL_TOPICS + "&month-Payday=6&day-Payday=1");
        assertThat(world.customer(sibel.id()).profile().dates()).isEmpty();

        assertThat(press("do=save&month-Wedding+anniversary=2&day-Wedding+anniversary=30")
                        .getBody())
                .contains("There is no such day. Nothing was changed.");
        assertThat(consent()).isEqualTo(sibel.consent());
    }

    @ParameterizedTest
    @CsvSource({"2,30", "13,1", "x,1", "4,", ",4"})
    void a_day_that_does_not_exist_changes_nothing_and_says_so(String month, String day) {
        String form = "do=save&month=" + Optional.ofNullable(month).orElse("") + "&day="
                + Optional.ofNullable(day).orElse("");

        assertThat(press(form).getBody()).contains("There is no such day. Nothing was changed.");

        assertThat(consent()).isEqualTo(sibel.consent());
    }

    @Test
    void their_data_come_as_a_file_that_no_cache_keeps() {
        press("do=pause");

        APIGatewayV2HTTPResponse answer = press("do=export");

        assertThat(answer.getHeaders())
                .containsEntry("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .containsEntry("Cache-Control", "no-store");
        assertThat(answer.getBody())
                .contains(
                        "\"email\":\"" + People.ADDRESS + "\"", "\"answer\":\"yes\"", "\"what\":\"Preferences Saved\"")
                .contains("\"historyIsWhole\":true");
    }

    @Test
    void deleting_everything_is_asked_about_once_more_and_then_done() {
        assertThat(press("do=erase").getBody()).contains("Delete everything about you?", "value=\"erase-now\"");
        assertThat(world.customer(sibel.id()).version()).isPositive();

        assertThat(press("do=erase-now").getBody()).contains("Everything about you is deleted");

        assertThat(world.customer(sibel.id()).version()).isZero();
        assertThat(world.get(link).getBody()).contains("Everything about you is deleted");
        assertThat(press("do=save" + ALL_TOPICS).getBody()).contains("Everything about you is deleted");
        assertThat(world.log()).noneMatch(line -> line.contains("sibel.demir"));
    }

    @Test
    void a_link_is_good_for_two_years_and_the_way_out_for_ever() {
        world.pass(Duration.ofDays(730));
        assertThat(world.get(link).getStatusCode()).isEqualTo(200);
        world.pass(Duration.ofDays(1));
        assertThat(world.get(link).getStatusCode()).isEqualTo(404);
        assertThat(world.get(World.linkOf(sibel.id())).getStatusCode()).isEqualTo(200);
    }

    @Test
    void no_link_opens_another_purpose_another_shop_or_another_person() {
        PreferencesToken mine = PreferencesToken.of(World.SHOP.id(), sibel.id(), World.NOW);
        String signature = mine.signedBy(World.SHOP).split("\\.", -1)[4];
        UnsubscribeToken out = World.token(sibel.id());
        List<String> forged = List.of(
                mine.signedBy(World.OTHER),
                PreferencesToken.of(World.OTHER.id(), sibel.id(), World.NOW).signedBy(World.SHOP),
                mine.signedBy(World.SHOP) + "x",
                "p." + World.SHOP.id() + "." + sibel.id() + ".99999." + signature,
                "p." + World.SHOP.id() + "." + sibel.id() + "." + mine.day() + "."
                        + out.signedBy(World.SHOP).split("\\.", -1)[3]);

        assertThat(forged).allSatisfy(token -> {
            assertThat(world.get("/p/" + token).getStatusCode()).isEqualTo(404);
            assertThat(world.send(Asked.by("POST", "/p/" + token).form("do=erase-now"))
                            .getStatusCode())
                    .isEqualTo(404);
        });
        assertThat(world.customer(sibel.id()).version()).isPositive();
    }

    @Test
    void what_is_no_button_of_ours_is_refused() {
        assertThat(press("do=something").getStatusCode()).isEqualTo(400);
        assertThat(world.send(Asked.by("DELETE", link)).getStatusCode()).isEqualTo(405);
        assertThat(consent()).isEqualTo(sibel.consent());
    }
}
