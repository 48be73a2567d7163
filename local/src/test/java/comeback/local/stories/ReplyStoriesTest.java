package comeback.local.stories;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.json.Json;
import comeback.local.TestWorld;
import comeback.local.mail.Mail;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever answers a letter reaches a person, and hears from no machine for a while. */
class ReplyStoriesTest {
    private static final String SUPPORT = "hello@alderandpine.example";

    private final TestWorld world = TestWorld.at("2026-03-02T09:00:00Z");
    private final Shopper ada = new Shopper(world, "ada").identifies();

    @AfterEach
    void close() {
        world.close();
    }

    private HttpResponse<String> answers(Mail mail, Map<String, Object> answer) {
        return world.post("/local/mailbox/" + mail.id() + "/reply", Json.print(answer));
    }

    private List<Mail> atSupport() {
        return world.mailbox().stream()
                .filter(mail -> mail.to().equals(SUPPORT))
                .toList();
    }

    private String timeline() {
        return world.send(
                        world.request("/v1/customers/user:ada/timeline").header("Authorization", "Basic c2tfZGVtbzo="))
                .body();
    }

    private Mail confirmation() {
        ada.pays("1001", "ch-1");
        return ada.lastMail();
    }

    @Test
    void an_answer_reaches_support_with_its_order() {
        Mail confirmation = confirmation();
        assertThat(confirmation.headers().get("Reply-To")).endsWith(".demo@reply.comeback.example");

        assertThat(answers(confirmation, Map.of("text", "Could it go to my neighbour? \uac10\uc0ac\ud569\ub2c8\ub2e4"))
                        .statusCode())
                .isEqualTo(202);

        assertThat(atSupport()).singleElement().satisfies(mail -> {
            assertThat(mail.headers())
                    .containsEntry("Reply-To", "ada@example.com")
                    .containsKey("X-Comeback-Reply");
            assertThat(mail.subject()).isEqualTo("Re: " + confirmation.subject());
            assertThat(mail.text())
                    .contains("order-confirmation/thanks-for-your-order", "1001", "Stoneware mug", "$18.00")
                    .contains("Could it go to my neighbour? \uac10\uc0ac\ud569\ub2c8\ub2e4");
        });
        assertThat(timeline()).contains("\"Email Replied\"");
        assertThat(world.inside().inbound().size()).isZero();
    }

    @Test
    void whoever_answers_a_reminder_gets_no_second_one_while_people_write_back() {
        ada.addsAMug();
        world.advance(Duration.ofMinutes(70));

        answers(ada.lastMail(), Map.of("text", "Does it go into the dishwasher?"));
        world.advance(Duration.ofHours(26));

        assertThat(atSupport()).hasSize(1);
        assertThat(ada.mails()).containsExactly("cart/need-help");
        assertThat(timeline()).contains("only people write back");
    }

    @Test
    void whoever_is_away_has_not_answered_and_is_reminded_of_their_cart() {
        ada.addsAMug();
        world.advance(Duration.ofMinutes(70));
        Mail reminder = ada.lastMail();

        answers(reminder, Map.of("text", "I am away.", "headers", Map.of("Auto-Submitted", "auto-replied")));
        world.advance(Duration.ofDays(1));

        assertThat(atSupport()).isEmpty();
        assertThat(timeline()).doesNotContain("Email Replied");
        assertThat(ada.mails()).hasSizeGreaterThan(1);
    }

    @Test
    void a_stranger_who_was_passed_the_letter_reaches_support_and_one_who_guesses_reaches_nobody() {
        Mail confirmation = confirmation();

        answers(confirmation, Map.of("from", "Bob <bob@example.com>", "text", "Is there one more?"));
        answers(confirmation, Map.of("to", "ada.demo@reply.comeback.example", "text", "I am Ada."));

        assertThat(atSupport())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Is there one more?", "nothing was changed"));
        assertThat(timeline()).doesNotContain("Email Replied");
    }

    @Test
    void what_ses_does_not_take_at_once_is_handed_on_a_minute_later_and_once() {
        Mail confirmation = confirmation();
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"throttle\",\"count\":1}");

        answers(confirmation, Map.of("text", "Hello?"));
        assertThat(atSupport()).isEmpty();
        world.advance(Duration.ofMinutes(5));

        assertThat(atSupport()).hasSize(1);
        assertThat(timeline().split("\"Email Replied\"", -1)).hasSize(2);
    }

    @Test
    void a_support_that_answers_by_itself_starts_no_ping_pong() {
        Mail confirmation = confirmation();
        answers(confirmation, Map.of("text", "Hello?"));

        // A help desk that answers the wrong address, with what it got.
        var again = answers(
                confirmation,
                Map.of("from", SUPPORT, "text", "Ticket 7", "headers", Map.of("X-Comeback-Reply", "inbound1")));

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(atSupport()).hasSize(1);
    }
}
