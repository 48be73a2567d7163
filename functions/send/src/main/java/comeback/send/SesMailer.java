package comeback.send;

import comeback.store.Sender;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Destination;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/**
 * SES, asked by a client that never repeats: SES knows no idempotency token, so a repeat after a lost answer would be a
 * second mail. Which answers are certain refusals is listed here; every other failure is unclear.
 */
public final class SesMailer implements Mailer {
    private static final String UTF_8 = "UTF-8";

    /** Of a header word, before encoding: RFC 2047 allows 75 characters, and base64 makes four of three. */
    private static final int ENCODED_WORD_BYTES = 42;

    private final SesV2Client ses;
    private final String configurationSet;

    /**
     * Makes it.
     *
     * @param ses without retries
     * @param configurationSet whose events come back to us
     */
    public SesMailer(SesV2Client ses, String configurationSet) {
        this.ses = ses;
        this.configurationSet = configurationSet;
    }

    @Override
    public Answer send(Mail mail) {
        try {
            return new Answer.Accepted(ses.sendEmail(request(mail)).messageId());
        } catch (SesV2Exception answered) {
            return answer(mail, answered);
        } catch (SdkClientException unanswered) {
            return wasNeverReached(unanswered)
                    ? new Answer.NotNow("SES was not reached")
                    : new Answer.Unclear("no answer from SES");
        }
    }

    /**
     * Throttled, paused, over quota, not allowed, not set up: SES says it has not taken it, and a person or time can mend
     * it. A 5xx may come after the mail was taken.
     */
    private static Answer answer(Mail mail, SesV2Exception answered) {
        if (answered.statusCode() >= 500) {
            return new Answer.Unclear("SES answered " + answered.statusCode());
        }
        String code = answered.awsErrorDetails().errorCode();
        Answer.Why why = why(mail, answered);
        boolean isForGood = answered instanceof BadRequestException || answered instanceof MessageRejectedException;
        return isForGood && why == Answer.Why.OTHER ? new Answer.Never(code) : new Answer.NotNow(why, code);
    }

    /** Source: the errors of SendEmail, and the words in which SES has long told the two quotas and senders apart. */
    private static Answer.Why why(Mail mail, SesV2Exception answered) {
        String words = String.valueOf(answered.awsErrorDetails().errorMessage()).toLowerCase(Locale.ROOT);
        return switch (answered) {
            case TooManyRequestsException tooMany ->
                words.contains("daily") ? Answer.Why.DAILY_QUOTA : Answer.Why.THROTTLED;
            case LimitExceededException usedUp -> Answer.Why.DAILY_QUOTA;
            case SendingPausedException paused -> Answer.Why.PAUSED;
            case AccountSuspendedException suspended -> Answer.Why.PAUSED;
            case MailFromDomainNotVerifiedException unverified -> Answer.Why.IDENTITY;
            // In SES's sandbox a recipient, too, must be verified; that says nothing about the next one.
            case MessageRejectedException rejected
            when words.contains("not verified")
                    && !words.contains(mail.to().value().toLowerCase(Locale.ROOT)) -> Answer.Why.IDENTITY;
            default -> Answer.Why.OTHER;
        };
    }

    private static boolean wasNeverReached(SdkClientException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    private SendEmailRequest request(Mail mail) {
        return SendEmailRequest.builder()
                .fromEmailAddress(from(mail.sender()))
                .replyToAddresses(mail.sender().replyTo().stream().toList())
                .destination(
                        Destination.builder().toAddresses(mail.to().value()).build())
                .configurationSetName(configurationSet)
                .emailTags(mail.tags().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tag -> MessageTag.builder()
                                .name(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .content(EmailContent.builder()
                        .simple(Message.builder()
                                .subject(content(mail.letter().subject()))
                                .body(Body.builder()
                                        .html(content(mail.letter().html()))
                                        .text(content(mail.letter().text()))
                                        .build())
                                .headers(headers(mail.headers()))
                                .build())
                        .build())
                .build();
    }

    private static List<MessageHeader> headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> MessageHeader.builder()
                        .name(header.getKey())
                        .value(header.getValue())
                        .build())
                .toList();
    }

    private static Content content(String text) {
        return Content.builder().charset(UTF_8).data(text).build();
    }

    /** The sender as a header value: quoted when plain, as RFC 2047 words when it holds more than ASCII. */
    static String from(Sender sender) {
        String name = sender.name();
        boolean isAscii = name.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (isAscii) {
            return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\" <" + sender.address() + ">";
        }
        StringBuilder words = new StringBuilder();
        StringBuilder part = new StringBuilder();
        name.codePoints().forEach(c -> {
            String next = Character.toString(c);
            if ((part + next).getBytes(StandardCharsets.UTF_8).length > ENCODED_WORD_BYTES) {
                words.append(encodedWord(part)).append(' ');
                part.setLength(0);
            }
            part.append(next);
        });
        return words.append(encodedWord(part)) + " <" + sender.address() + ">";
    }

    private static String encodedWord(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
