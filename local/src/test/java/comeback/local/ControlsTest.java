package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.json.Json;
import comeback.local.mail.Mail;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rest of the control surface: mailbox, SES's words, events, feed, stores, starting again. */
final class ControlsTest {
    private SmallWorld world;

    @BeforeEach
    void start() {
        world = new SmallWorld("2026-03-02T09:00:00Z");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_mailbox_is_listed_by_address_and_time_and_can_be_emptied() {
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        world.advance(Duration.ofHours(1));
        world.post("/v1/track", "{\"to\":\"bob@shop.example\"}");
        assertThat(addresses("/local/mailbox")).containsExactly("ada@shop.example", "bob@shop.example");
        assertThat(addresses("/local/mailbox?to=bob%40shop.example")).containsExactly("bob@shop.example");
        assertThat(addresses("/local/mailbox?since=2026-03-02T10:00:00Z")).containsExactly("bob@shop.example");
        assertThat(world.get("/local/mailbox?since=yesterday").statusCode()).isEqualTo(400);
        assertThat(world.world().delete("/local/mailbox").statusCode()).isEqualTo(204);
        assertThat(addresses("/local/mailbox")).isEmpty();
    }

    @Test
    void one_mail_is_shown_as_its_reader_sees_it_and_can_do_nothing_here() {
        String id = mail().id();
        var letter = world.get("/local/mailbox/" + id);
        assertThat(letter.body()).startsWith("<p>Need");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox ");
        assertThat(world.get("/local/mailbox/" + id + "?as=text").body()).isEqualTo("Need help?");
        assertThat(world.get("/local/mailbox/" + id + "?as=json").body()).contains("\"html\":\"<p>Need");
        assertThat(world.get("/local/mailbox/" + id + "?as=pdf").statusCode()).isEqualTo(400);
        assertThat(world.get("/local/mailbox/none").statusCode()).isEqualTo(404);
    }

    @Test
    void ses_says_what_it_is_made_to_say() {
        String id = mail().id();
        for (String what : List.of("open", "click", "complaint", "delivery", "bounce")) {
            var answer = world.post("/local/ses/" + id + "/" + what, "");
            assertThat(answer.body()).isEqualTo("{\"delivered\":[\"feedback\"]}");
        }
        assertThat(world.shop().feedback.subList(2, 7))
                .extracting(ScheduledEvent::getDetailType)
                .containsExactly(
                        "Email Opened",
                        "Email Clicked",
                        "Email Complaint Received",
                        "Email Delivered",
                        "Email Bounced");
        assertThat(Json.print(world.shop().feedback.get(3).getDetail()))
                .contains("\"link\":\"https://a.example/?a=1&b=2\"");
        assertThat(world.post("/local/ses/" + id + "/applause", "").statusCode())
                .isEqualTo(404);
        assertThat(world.post("/local/ses/none/open", "").statusCode()).isEqualTo(404);
    }

    @Test
    void an_event_reaches_the_function_whose_rule_matches_it() {
        var answer = world.post(
                "/local/events",
                "{\"source\":\"aws.ses\",\"detail-type\":\"Email Opened\",\"detail\":{\"eventType\":\"Open\"}}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(world.shop().feedback).singleElement().satisfies(event -> {
            assertThat(event.getDetail()).containsEntry("eventType", "Open");
            assertThat(event.getAccount()).isEqualTo("123456789012");
        });
        assertThat(world.post("/local/events", "{\"source\":\"x\",\"detail-type\":\"y\",\"detail\":{}}")
                        .body())
                .contains("no rule matches the source x");
        assertThat(world.post("/local/events", "{\"source\":\"x\"}").body()).contains("detail-type: is missing");
    }

    @Test
    void faults_are_explained_when_they_are_wrong() {
        assertThat(world.post("/local/faults", "{\"service\":\"s3\",\"kind\":\"error\"}")
                        .body())
                .isEqualTo("{\"error\":\"service: expected one of ses, dynamodb, scheduler, found \\\"s3\\\"\"}");
        assertThat(world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"error\",\"count\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"error\",\"for\":\"long\"}")
                        .body())
                .contains("for: \\\"long\\\" is not a duration");
    }

    @Test
    void the_feed_tells_of_messages_turns_and_problems() {
        mail();
        world.world().post("/v1/broken", "{}");
        world.advance(Duration.ofDays(1));
        String feed = world.get("/local/feed").body();
        assertThat(feed)
                .contains(
                        "\"kind\":\"message\",\"store\":\"demo\"", "\"title\":\"cart / need-help\",\"detail\":\"DUE\"")
                .contains("\"detail\":\"ACCEPTED\"", "\"title\":\"The clock is turned by 1 day\"")
                .contains("\"title\":\"The function ingest failed: broken on purpose\"");
        long last = world.world().inside().feed().since(0).getLast().seq();
        assertThat(world.get("/local/feed?since=" + last).body()).isEqualTo("[]");
    }

    @Test
    void stores_and_problems_are_listed() {
        assertThat(world.get("/local/stores").body())
                .contains("\"id\":\"demo\"", "\"publicKey\":\"pk_demo\"", "\"secretKey\":\"sk_demo\"");
        assertThat(world.get("/local/problems").body())
                .contains("\"file\":\"cart/flow.yaml\"", "\"line\":3", "\"what\":\"unknown field dealy\"");
    }

    @Test
    void a_reset_leaves_an_empty_world_at_the_machines_time() {
        mail();
        world.post("/v1/track", "{\"to\":\"bob@shop.example\",\"after\":\"PT1H\"}");
        world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"error\",\"for\":\"P9D\"}");
        world.advance(Duration.ofMinutes(30));
        assertThat(world.post("/local/reset", "").body()).isEqualTo("{\"now\":\"2026-03-02T09:00:00Z\"}");
        assertThat(world.mailbox()).isEmpty();
        assertThat(world.advance(Duration.ofDays(1))).isEmpty();
        assertThat(world.shop().filled).containsExactly("stores: 1", "stores: 1");
        assertThat(mail().to()).isEqualTo("ada@shop.example");
    }

    @Test
    void an_unknown_call_is_answered_with_the_calls_there_are() {
        var answer = world.get("/local/nonsense");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("POST /local/clock/advance", "GET /local/mailbox/{}");
        var wrongMethod = world.get("/local/reset");
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(world.get("/local").statusCode()).isEqualTo(200);
    }

    private Mail mail() {
        world.post("/v1/track", "{\"to\":\"ada@shop.example\"}");
        return world.mailbox().getFirst();
    }

    private List<String> addresses(String path) {
        String body = world.get(path).body();
        return Pattern.compile("\"to\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
