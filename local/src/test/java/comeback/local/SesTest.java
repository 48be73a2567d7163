package comeback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.json.Json;
import comeback.local.aws.LocalAws;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** SES as the real SDK client sees it, and what it tells afterwards. */
final class SesTest {
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
    void an_accepted_mail_lies_in_the_mailbox_whole() {
        String id = send(mail -> mail.emailTags(
                SmallShop.tag("store", "demo"), SmallShop.tag("class", "MARKETING"), SmallShop.tag("id", "abc")));
        assertThat(world.mailbox()).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo(id).matches("0100[0-9a-f]{12}-[0-9a-f-]{36}-000000");
            assertThat(mail.from()).isEqualTo("Alder & Pine <hello@alderandpine.example>");
            assertThat(mail.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            assertThat(mail.tags()).containsEntry("class", "MARKETING");
            assertThat(mail.text()).isEqualTo("안녕");
        });
        assertThat(world.get("/local/mailbox?to=ADA@shop.example").body())
                .contains("\"store\":\"demo\"", "\"class\":\"MARKETING\"", "\"sentAt\":\"2026-03-02T09:00:00Z\"");
    }

    @Test
    void sent_and_delivered_are_told_in_the_shape_of_eventbridge() {
        String id = send(_ -> {});
        settle();
        assertThat(world.shop().feedback)
                .extracting(ScheduledEvent::getDetailType)
                .containsExactly("Email Sent", "Email Delivered");
        String event = Json.print(world.shop().feedback.getLast().getDetail());
        assertThat(event)
                .contains("\"eventType\":\"Delivery\"", "\"messageId\":\"" + id + "\"", "\"tags\":{")
                .contains("\"destination\":[\"ada@shop.example\"]", "\"ses:configuration-set\":[\"comeback\"]")
                .contains("\"delivery\":{", "\"recipients\":[\"ada@shop.example\"]");
        assertThat(world.shop().feedback.getLast().getSource()).isEqualTo("aws.ses");
        assertThat(world.shop().feedback.getLast().getTime().getMillis())
                .isEqualTo(world.now().toEpochMilli());
    }

    @Test
    void the_simulators_addresses_bounce_and_complain() {
        send(mail -> mail.destination(to -> to.toAddresses("bounce+7@simulator.amazonses.com")));
        send(mail -> mail.destination(to -> to.toAddresses("complaint@simulator.amazonses.com")));
        send(mail -> mail.destination(to -> to.toAddresses("suppressionlist@simulator.amazonses.com")));
        settle();
        assertThat(world.shop().feedback)
                .extracting(ScheduledEvent::getDetailType)
                .containsExactly(
                        "Email Sent",
                        "Email Bounced",
                        "Email Sent",
                        "Email Delivered",
                        "Email Complaint Received",
                        "Email Sent",
                        "Email Bounced");
        assertThat(Json.print(world.shop().feedback.getLast().getDetail())).contains("OnAccountSuppressionList");
    }

    @Test
    void an_address_that_bounced_gets_nothing_more() {
        String id = send(_ -> {});
        world.post("/local/ses/" + id + "/bounce", "{}");
        send(_ -> {});
        settle();
        assertThat(world.mailbox()).hasSize(1);
        assertThat(world.shop().feedback.getLast().getDetailType()).isEqualTo("Email Bounced");
    }

    @Test
    void what_ses_refuses_is_refused_here_too() {
        refused(BadRequestException.class, mail -> mail.destination(to -> to.toAddresses("a@b.example\r\nBcc: c")));
        refused(BadRequestException.class, mail -> mail.destination(to -> to.toAddresses(List.of())));
        refused(BadRequestException.class, mail -> mail.emailTags(SmallShop.tag("flow", "cart.1")));
        refused(BadRequestException.class, mail -> mail.content(c -> c.simple(s -> s.subject(d -> d.data("x")))));
        refused(BadRequestException.class, mail -> headers(mail, header("List-Id", "안녕")));
        refused(BadRequestException.class, mail -> headers(mail, header("List:Id", "a")));
        refused(BadRequestException.class, mail -> headers(mail, header("List-Id", "a".repeat(996))));
        refused(
                BadRequestException.class,
                mail -> headers(
                        mail, Collections.nCopies(16, header("X-A", "a")).toArray(MessageHeader[]::new)));
        refused(NotFoundException.class, mail -> mail.configurationSetName("elsewhere"));
        refused(MessageRejectedException.class, mail -> mail.fromEmailAddress("Evil <hello@evil.example>"));
        assertThat(world.mailbox()).isEmpty();
    }

    @Test
    void faults_strike_as_often_as_they_were_asked_for() {
        fault("{\"service\":\"ses\",\"kind\":\"throttle\",\"count\":2}");
        refused(TooManyRequestsException.class, _ -> {});
        refused(TooManyRequestsException.class, _ -> {});
        send(_ -> {});
        fault("{\"service\":\"ses\",\"kind\":\"refuse\"}");
        refused(MessageRejectedException.class, _ -> {});
        fault("{\"service\":\"ses\",\"kind\":\"error\",\"count\":1}");
        assertThatThrownBy(() -> send(_ -> {}))
                .isInstanceOfSatisfying(
                        SesV2Exception.class, e -> assertThat(e.statusCode()).isEqualTo(500));
        assertThat(world.mailbox()).hasSize(1);
    }

    @Test
    void a_lost_answer_leaves_the_mail_sent_once_and_the_sender_in_doubt() {
        send(_ -> {});
        fault("{\"service\":\"ses\",\"kind\":\"timeout\",\"count\":1}");
        assertThatThrownBy(() -> send(_ -> {})).isInstanceOf(SdkClientException.class);
        assertThat(world.mailbox()).hasSize(2);
    }

    @Test
    void a_sender_in_another_script_is_shown_as_an_inbox_shows_it() {
        send(mail -> mail.fromEmailAddress(
                "=?UTF-8?B?7JWM642U7JmA?= =?UTF-8?B?IO2MjOyduA==?= <hello@alderandpine.example>"));
        assertThat(world.mailbox().getFirst().from()).isEqualTo("알더와 파인 <hello@alderandpine.example>");
    }

    @Test
    void the_account_has_a_sending_quota() {
        var account = aws().ses().getAccount(_ -> {});
        assertThat(account.sendQuota().maxSendRate()).isEqualTo(1000.0);
        assertThat(account.sendingEnabled()).isTrue();
    }

    @Test
    void a_rate_lets_so_many_a_second_through_and_is_told() {
        fault("{\"service\":\"ses\",\"kind\":\"rate\",\"perSecond\":2,\"for\":\"PT10M\"}");
        send(_ -> {});
        send(_ -> {});
        refused(TooManyRequestsException.class, _ -> {});
        assertThat(aws().ses().getAccount(_ -> {}).sendQuota().maxSendRate()).isEqualTo(2.0);
        world.advance(Duration.ofSeconds(1));
        send(_ -> {});
        world.advance(Duration.ofMinutes(10));
        assertThat(aws().ses().getAccount(_ -> {}).sendQuota().maxSendRate()).isEqualTo(1000.0);
        assertThat(world.post("/local/faults", "{\"service\":\"ses\",\"kind\":\"rate\"}")
                        .body())
                .contains("perSecond");
    }

    @Test
    void sending_is_paused_or_the_day_is_used_up_as_asked_for() {
        fault("{\"service\":\"ses\",\"kind\":\"pause\"}");
        refused(SendingPausedException.class, _ -> {});
        fault("{\"service\":\"ses\",\"kind\":\"quota\"}");
        refused(LimitExceededException.class, _ -> {});
        send(_ -> {});
        assertThat(world.post("/local/faults", "{\"service\":\"dynamodb\",\"kind\":\"pause\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private LocalAws aws() {
        return world.world().inside().aws();
    }

    private void settle() {
        world.post("/local/clock/advance", "{\"by\":\"PT0S\"}");
    }

    private void fault(String json) {
        assertThat(world.post("/local/faults", json).statusCode()).isEqualTo(200);
    }

    private void refused(Class<? extends SesV2Exception> as, Consumer<SendEmailRequest.Builder> change) {
        assertThatThrownBy(() -> send(change)).isInstanceOf(as);
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private static void headers(SendEmailRequest.Builder mail, MessageHeader... headers) {
        mail.content(content -> content.simple(simple -> simple.subject(subject -> subject.data("Hello"))
                .headers(headers)
                .body(body -> body.text(text -> text.data("안녕")))));
    }

    private String send(Consumer<SendEmailRequest.Builder> change) {
        return aws().ses()
                .sendEmail(mail -> {
                    mail.fromEmailAddress("Alder & Pine <hello@alderandpine.example>")
                            .destination(to -> to.toAddresses("ada@shop.example"))
                            .configurationSetName("comeback");
                    headers(mail, header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
                    change.accept(mail);
                })
                .messageId();
    }
}
