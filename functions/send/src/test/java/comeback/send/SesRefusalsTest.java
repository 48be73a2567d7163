package comeback.send;

import static org.assertj.core.api.Assertions.assertThat;

import comeback.customer.EmailAddress;
import comeback.render.Letter;
import comeback.send.Mailer.Answer;
import comeback.send.Mailer.Answer.Why;
import comeback.store.Sender;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** What each answer of SES means: whether the mail certainly did not leave, and against whom it speaks. */
class SesRefusalsTest {
    private static final Mail MAIL = new Mail(
            new Sender("Shop", "hello@shop.example", Optional.empty()),
            new EmailAddress("Ada@example.com"),
            new Letter("Subject", "<p>Hello</p>", "Hello"),
            Map.of(),
            Map.of());

    /** SES that fails in one way. */
    private record Failing(RuntimeException failure) implements SesV2Client {
        @Override
        public SendEmailResponse sendEmail(SendEmailRequest request) {
            throw failure;
        }

        @Override
        public String serviceName() {
            return "ses";
        }

        @Override
        public void close() {}
    }

    private static Answer answerTo(RuntimeException failure) {
        return new SesMailer(new Failing(failure), "events").send(MAIL);
    }

    private static Answer answerTo(SesV2Exception.Builder failure, int status, String words) {
        return answerTo((RuntimeException) failure.statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("Code")
                        .errorMessage(words)
                        .build())
                .build());
    }

    private static Answer notNow(Why why) {
        return new Answer.NotNow(why, "Code");
    }

    @Test
    void too_many_in_a_second_and_too_many_in_a_day_are_told_apart() {
        assertThat(answerTo(TooManyRequestsException.builder(), 429, "Maximum sending rate exceeded."))
                .isEqualTo(notNow(Why.THROTTLED));
        assertThat(answerTo(TooManyRequestsException.builder(), 429, "Daily message quota exceeded."))
                .isEqualTo(notNow(Why.DAILY_QUOTA));
        assertThat(answerTo(LimitExceededException.builder(), 400, "Too many.")).isEqualTo(notNow(Why.DAILY_QUOTA));
    }

    @Test
    void a_paused_or_suspended_account_takes_nobodys_mail() {
        assertThat(answerTo(SendingPausedException.builder(), 400, "Paused.")).isEqualTo(notNow(Why.PAUSED));
        assertThat(answerTo(AccountSuspendedException.builder(), 400, "Suspended."))
                .isEqualTo(notNow(Why.PAUSED));
    }

    @Test
    void a_sender_who_is_not_verified_waits_and_a_recipient_who_is_not_is_refused_alone() {
        String failed = "Email address is not verified. The following identities failed the check: ";

        assertThat(answerTo(MessageRejectedException.builder(), 400, failed + "shop.example"))
                .isEqualTo(notNow(Why.IDENTITY));
        assertThat(answerTo(MailFromDomainNotVerifiedException.builder(), 400, "bounce.shop.example"))
                .isEqualTo(notNow(Why.IDENTITY));
        assertThat(answerTo(MessageRejectedException.builder(), 400, failed + "ada@example.com"))
                .isEqualTo(new Answer.Never("Code"));
    }

    @Test
    void what_no_repeat_can_mend_is_refused_for_good() {
        assertThat(answerTo(BadRequestException.builder(), 400, "Local address contains control or whitespace"))
                .isEqualTo(new Answer.Never("Code"));
        assertThat(answerTo(MessageRejectedException.builder(), 400, "Contains a virus"))
                .isEqualTo(new Answer.Never("Code"));
    }

    @Test
    void what_a_person_can_mend_waits_for_them() {
        assertThat(answerTo(NotFoundException.builder(), 404, "Configuration set does not exist"))
                .isEqualTo(notNow(Why.OTHER));
        assertThat(answerTo(SesV2Exception.builder(), 403, "Not authorized")).isEqualTo(notNow(Why.OTHER));
    }

    @Test
    void who_was_never_reached_has_taken_nothing() {
        for (Exception cause : new Exception[] {
            new ConnectException("refused"), new UnknownHostException("host"), new SSLHandshakeException("handshake")
        }) {
            assertThat(answerTo(SdkClientException.create("failed", cause)))
                    .as("%s", cause)
                    .isEqualTo(new Answer.NotNow("SES was not reached"));
        }
    }

    @Test
    void failure_mode_11_an_answer_that_is_lost_or_broken_says_nothing() {
        assertThat(answerTo(SesV2Exception.builder(), 500, "Internal failure")).isInstanceOf(Answer.Unclear.class);
        assertThat(answerTo(SesV2Exception.builder(), 503, "Service unavailable"))
                .isInstanceOf(Answer.Unclear.class);
        assertThat(answerTo(SdkClientException.create("failed", new SocketTimeoutException("Read timed out"))))
                .isInstanceOf(Answer.Unclear.class);
        assertThat(answerTo(SdkClientException.create("failed", new SocketException("Connection reset"))))
                .isInstanceOf(Answer.Unclear.class);
    }
}
