package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes quiet, who comes back, and who says what they want: over the real functions, for months. */
class ComingBackTest {
    private static final Pattern CHOICES = Pattern.compile("/p/p\\.[A-Za-z0-9._-]+");

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");

    @AfterEach
    void close() {
        world.close();
    }

    private static List<String> of(Shopper shopper, String flow) {
        return shopper.mails().stream()
                .filter(mail -> mail.startsWith(flow + "/"))
                .toList();
    }

    /** One who is not held out; the same one always is. */
    private Shopper grace() {
        return new Shopper(world, "grace").signsUp();
    }

    @Test
    void who_goes_quiet_is_asked_to_come_back_asked_whether_to_stop_and_then_left_alone_until_they_visit() {
        Shopper grace = grace();

        world.advance(Duration.ofDays(59));
        assertThat(of(grace, "win-back")).isEmpty();
        world.advance(Duration.ofDays(31));
        assertThat(of(grace, "win-back")).startsWith("win-back/have-a-look", "win-back/tell-us");
        world.advance(Duration.ofDays(20));
        assertThat(of(grace, "sunset")).containsExactly("sunset/still-interested", "sunset/goodbye");

        int before = grace.mails().size();
        world.advance(Duration.ofDays(200));
        assertThat(grace.mails()).hasSize(before);

        grace.addsAMug();
        world.advance(Duration.ofHours(2));
        assertThat(grace.mails()).hasSize(before + 1).endsWith("cart/need-help");
    }

    @Test
    void who_follows_a_link_in_the_question_whether_to_stop_stays_and_who_only_opens_it_is_let_go() {
        Shopper grace = grace();
        Shopper ada = new Shopper(world, "ada").signsUp();
        world.advance(Duration.ofDays(93));
        assertThat(List.of(of(grace, "sunset"), of(ada, "sunset"))).containsOnly(List.of("sunset/still-interested"));

        touch(ada.lastMail(), "open", "{}");
        touch(grace.lastMail(), "click", "{\"link\":\"https://alderandpine.example/\"}");
        world.advance(Duration.ofDays(10));

        assertThat(of(grace, "sunset")).containsExactly("sunset/still-interested");
        assertThat(of(ada, "sunset")).containsExactly("sunset/still-interested", "sunset/goodbye");
        assertThat(asked("/v1/customers/user:grace/timeline")).contains("\"Email Clicked\"", "\"verdict\":\"HUMAN\"");
        assertThat(asked("/v1/customers/user:ada/timeline")).doesNotContain("\"Email Clicked\"");
    }

    private void touch(Mail mail, String how, String what) {
        assertThat(world.post("/local/ses/" + mail.id() + "/" + how, what).statusCode())
                .isEqualTo(202);
    }

    @Test
    void who_buys_again_hears_no_more_of_having_been_away() {
        Shopper grace = grace();
        world.advance(Duration.ofDays(62));
        assertThat(of(grace, "win-back")).hasSize(1);

        grace.pays("1001", "c-1");
        world.advance(Duration.ofDays(30));

        assertThat(of(grace, "win-back")).hasSize(1);
    }

    @Test
    void a_birthday_told_on_the_page_is_greeted_in_the_morning_of_that_day() {
        Shopper grace = grace();

        assertThat(press(grace.lastMail(), "do=save&frequency=as_it_comes&topic-occasions=yes&month=4&day=20")
                        .statusCode())
                .isEqualTo(200);
        world.advance(Duration.ofDays(48));
        assertThat(of(grace, "birthday")).isEmpty();
        world.advance(Duration.ofDays(2));

        assertThat(of(grace, "birthday")).containsExactly("birthday/happy-birthday");
    }

    @Test
    void who_unsubscribes_by_a_link_that_ses_itself_put_into_a_letter_gets_no_reminder_and_the_ledger_says_where() {
        Shopper grace = grace();
        Mail letter = grace.lastMail();
        Map<String, Object> subscription = Map.of(
                "contactList", "news",
                "timestamp", world.now().plusSeconds(60).toString(),
                "source", "UnsubscribeHeader",
                "newTopicPreferences", Map.of("unsubscribeAll", true),
                "oldTopicPreferences", Map.of("unsubscribeAll", false));
        Map<String, Object> mail = Map.of(
                "messageId", letter.id(),
                "destination", List.of(letter.to()),
                "tags", Map.of("store", List.of(letter.tag("store")), "id", List.of(letter.tag("id"))));
        world.advance(Duration.ofMinutes(2));

        assertThat(world.post(
                                "/local/events",
                                Json.print(Map.of(
                                        "source",
                                        "aws.ses",
                                        "detail-type",
                                        "Email Subscribed",
                                        "detail",
                                        Map.of(
                                                "eventType",
                                                "Subscription",
                                                "mail",
                                                mail,
                                                "subscription",
                                                subscription))))
                        .statusCode())
                .isEqualTo(202);
        grace.addsAMug();
        world.advance(Duration.ofDays(3));

        assertThat(of(grace, "cart")).isEmpty();
        assertThat(asked("/v1/customers/user:grace/consent")).contains("\"withdrawn\"", "\"SES\"");
    }

    @Test
    void another_day_that_the_shop_asks_about_is_told_on_the_page_and_remembered_that_morning_until_it_is_taken_away() {
        Shopper grace = grace();
        Mail letter = grace.lastMail();
        String all = "do=save&frequency=as_it_comes&topic-occasions=yes";
        assertThat(world.get(link(letter)).body()).contains("<legend>Wedding anniversary</legend>");

        press(letter, all + "&month-Wedding+anniversary=4&day-Wedding+anniversary=20");
        world.advance(Duration.ofDays(50));
        assertThat(of(grace, "anniversary")).containsExactly("anniversary/a-special-day");
        assertThat(grace.lastMail().text()).contains("Wedding anniversary");

        press(letter, all + "&month-Wedding+anniversary=5&day-Wedding+anniversary=10");
        press(letter, all + "&month-Wedding+anniversary=&day-Wedding+anniversary=");
        world.advance(Duration.ofDays(30));
        assertThat(of(grace, "anniversary")).hasSize(1);
    }

    @Test
    void who_takes_a_break_gets_no_reminder_within_it_and_one_after_it() {
        Shopper grace = grace();
        press(grace.lastMail(), "do=pause");

        grace.addsAMug();
        world.advance(Duration.ofDays(4));
        assertThat(of(grace, "cart")).isEmpty();

        world.advance(Duration.ofDays(27));
        grace.track("Cart Updated", Map.of("products", List.of()));
        grace.addsAMug();
        world.advance(Duration.ofHours(2));
        assertThat(of(grace, "cart")).containsExactly("cart/need-help");
    }

    @Test
    void who_wants_no_reminders_gets_none_and_support_can_say_why() {
        Shopper grace = grace();
        press(grace.lastMail(), "do=save&frequency=as_it_comes&topic-offers=yes");

        grace.addsAMug();
        world.advance(Duration.ofDays(4));

        assertThat(of(grace, "cart")).isEmpty();
        assertThat(asked("/v1/customers/user:grace/explain?flow=cart&step=need-help"))
                .contains("the customer wants no reminders");
    }

    @Test
    void who_deletes_everything_on_the_page_gets_nothing_and_leaves_nothing() {
        Shopper grace = grace();
        Mail letter = grace.lastMail();
        assertThat(press(letter, "do=export").body()).contains("grace@example.com", "\"what\":\"Signed Up\"");

        press(letter, "do=erase-now");

        assertThat(Remains.with(world, "grace@example.com", "Ada")).isEmpty();
        assertThat(world.advance(Duration.ofDays(100))).isEmpty();
        assertThat(Remains.with(world, "grace@example.com", "Ada")).isEmpty();
    }

    @Test
    void every_marketing_letter_leads_to_the_page_and_looking_at_it_changes_nothing() {
        Shopper grace = grace();
        String link = link(grace.lastMail());
        String before = asked("/v1/customers/user:grace/timeline");

        for (int scanner = 0; scanner < 20; scanner++) {
            assertThat(world.get(link).body()).contains("What you get from us");
        }

        assertThat(asked("/v1/customers/user:grace/timeline")).isEqualTo(before);
    }

    @Test
    void every_word_about_marketing_stands_in_the_ledger_also_when_all_else_is_forgotten() {
        Shopper grace = grace();
        Mail letter = grace.lastMail();
        press(letter, "do=save&frequency=weekly&topic-news=yes");
        press(letter, "do=unsubscribe");

        assertThat(asked("/v1/customers/user:grace/consent"))
                .containsSubsequence(
                        "\"withdrawn\"", "given; no reminders; no offers; no occasions; weekly", "\"given\"")
                .doesNotContain("grace@example.com");

        press(letter, "do=erase-now");
        assertThat(Remains.with(world, "\"said\":\"withdrawn\"")).hasSize(1);
    }

    private String asked(String path) {
        return world.send(world.request(path)
                        .header("Authorization", "Bearer sk_demo")
                        .GET())
                .body();
    }

    private HttpResponse<String> press(Mail letter, String form) {
        return world.send(world.request(link(letter))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String link(Mail letter) {
        var link = CHOICES.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group();
    }
}
