package comeback.shopper;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.commit.LogEntry;
import comeback.customer.Customer;
import comeback.customer.CustomerId;
import comeback.customer.Ref;
import comeback.link.PreferencesToken;
import comeback.link.SurveyToken;
import comeback.link.UnsubscribeToken;
import comeback.message.MessageId;
import comeback.store.Store;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One question, which is answered by a button and by nothing else. */
class SurveyingTest {
    private static final MessageId LETTER = MessageId.of(World.SHOP.id(), "survey", "once", "one-question");
    private static final Customer SIBEL =
            People.sibel().with(People.sibel().identity().with(List.of(Ref.user("sibel"))));

    private final World world = new World();

    SurveyingTest() {
        world.keep(SIBEL, List.of());
    }

    private static String link(CustomerId customer, Store signer) {
        return "/u/" + new SurveyToken(World.SHOP.id(), customer, LETTER).signedBy(signer);
    }

    private static String link() {
        return link(SIBEL.id(), World.SHOP);
    }

    private String posts(String form) {
        world.pass(Duration.ofMinutes(1));
        return world.send(Asked.by("POST", link()).form(form)).getBody();
    }

    private List<Object> told() {
        return world.timelineOf(SIBEL.id()).stream()
                .filter(line -> line.name().equals("Survey Answered"))
                .map(LogEntry::raw)
                .map(raw -> raw.get("answer"))
                .toList();
    }

    private String known() {
        return world.customer(SIBEL.id()).profile().answers().getOrDefault("better", "nothing was answered");
    }

    @Test
    void looking_shows_the_question_and_answers_nothing() {
        for (int look = 0; look < 5; look++) {
            assertThat(world.send(Asked.by("GET", link()).query("do", "answer").query("answer", "price"))
                            .getBody())
                    .contains("<legend>What should we do better?</legend>", "value=\"delivery\"")
                    .doesNotContain(" checked");
            assertThat(world.send(Asked.by("HEAD", link()).form("do=answer&answer=price"))
                            .getStatusCode())
                    .isEqualTo(200);
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void an_answer_is_told_once_however_often_the_button_is_pressed_and_stays_with_who_gave_it() {
        posts("do=answer&answer=delivery");
        String page = posts("do=answer&answer=delivery");

        assertThat(told()).containsExactly("delivery");
        assertThat(known()).isEqualTo("delivery");
        assertThat(page).contains("Thank you", "Write to us", "href=\"mailto:hello@alderandpine.example\"");
    }

    @Test
    void whoever_changes_their_mind_and_changes_it_back_is_heard_each_time() {
        posts("do=answer&answer=price");
        posts("do=answer&answer=nothing");
        assertThat(known()).isEqualTo("nothing");
        posts("do=answer&answer=price");

        assertThat(known()).isEqualTo("price");
        assertThat(told()).hasSize(3);
    }

    @Test
    void whoever_is_content_is_thanked_and_sent_to_nobody() {
        assertThat(posts("do=answer&answer=nothing")).contains("Thank you").doesNotContain("Write to us");
    }

    @ParameterizedTest
    @ValueSource(strings = {"do=answer", "do=answer&answer=", "do=answer&answer=everything", "do=answer&answer=PRICE"})
    void whoever_chooses_nothing_that_can_be_chosen_is_asked_once_more(String form) {
        assertThat(posts(form)).contains("role=\"alert\"");
        assertThat(told()).isEmpty();
    }

    @Test
    void something_else_that_is_posted_does_nothing() {
        assertThat(world.send(Asked.by("POST", link()).form("List-Unsubscribe=One-Click"))
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(told()).isEmpty();
        assertThat(world.consentOf(SIBEL.id())).isEqualTo(SIBEL.consent());
    }

    @Test
    void their_answer_is_in_the_file_of_their_data() {
        posts("do=answer&answer=service");

        String preferences = "/p/"
                + PreferencesToken.of(World.SHOP.id(), SIBEL.id(), World.NOW).signedBy(World.SHOP);
        assertThat(world.send(Asked.by("POST", preferences).form("do=export")).getBody())
                .contains("\"answers\":{\"better\":\"service\"}");
    }

    @Test
    void a_forged_link_one_for_another_purpose_and_one_of_somebody_forgotten_answer_nothing() {
        String out = new UnsubscribeToken(World.SHOP.id(), SIBEL.id(), LETTER).signedBy(World.SHOP);

        for (String link : List.of(
                link(SIBEL.id(), World.OTHER),
                "/u/q." + out,
                link() + "x",
                link(CustomerId.of(Ref.user("nobody")), World.SHOP))) {
            assertThat(world.send(Asked.by("POST", link).form("do=answer&answer=price"))
                            .getStatusCode())
                    .as(link)
                    .isEqualTo(404);
        }
        assertThat(told()).isEmpty();
    }
}
