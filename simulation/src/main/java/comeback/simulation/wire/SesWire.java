package comeback.simulation.wire;

import comeback.commit.SendingAccount.Quota;
import comeback.customer.EmailAddress;
import comeback.json.Fields;
import comeback.render.Letter;
import comeback.send.Mail;
import comeback.send.Mailer.Answer;
import comeback.simulation.edge.Harm;
import comeback.simulation.edge.Outage;
import comeback.store.Sender;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;

/** SESv2's SendEmail and GetAccount over REST-JSON. */
final class SesWire implements Service {
    private static final Pattern FROM = Pattern.compile("\"?(.*?)\"? <([!-~]+@[!-~]+)>");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,995}");
    private static final int HEADERS_MAX = 15;

    private final Function<Mail, Answer> takes;
    private final Supplier<Quota> quota;

    /**
     * Makes it.
     *
     * @param takes a mail, or says why not
     * @param quota of the account
     */
    SesWire(Function<Mail, Answer> takes, Supplier<Quota> quota) {
        this.takes = takes;
        this.quota = quota;
    }

    @Override
    public Asked asked(SdkHttpRequest request, Map<String, Object> body) {
        String call = request.method() + " " + request.encodedPath();
        return switch (call) {
            case "POST /v2/email/outbound-emails" -> {
                Fields mail = Fields.of(body);
                String id = pairs(mail, "EmailTags").getOrDefault("id", "");
                yield new Asked("SendEmail", id, Outage.Service.SES, Harm.OF_MAIL, () -> send(mail));
            }
            case "GET /v2/email/account" ->
                new Asked("GetAccount", "ses", Outage.Service.SES, Harm.OF_READS, this::account);
            default -> throw new IllegalStateException("the simulator's SES does not know " + call);
        };
    }

    private Reply send(Fields body) {
        Fields simple = body.objectOrEmpty("Content").objectOrEmpty("Simple");
        Fields parts = simple.objectOrEmpty("Body");
        Matcher from = FROM.matcher(body.text("FromEmailAddress").orElse(""));
        List<String> to = body.objectOrEmpty("Destination").texts("ToAddresses");
        Map<String, String> headers = pairs(simple, "Headers");
        Map<String, String> tags = pairs(body, "EmailTags");
        boolean isRight = from.matches()
                && to.size() == 1
                && headers.size() <= HEADERS_MAX
                && headers.keySet().stream()
                        .allMatch(name -> HEADER_NAME.matcher(name).matches())
                && headers.values().stream()
                        .allMatch(value -> HEADER_VALUE.matcher(value).matches())
                && tags.values().stream().allMatch(tag -> TAG.matcher(tag).matches())
                && body.text("ConfigurationSetName").isPresent()
                && parts.objectOrEmpty("Html").text("Data").isPresent();
        if (!isRight) {
            return Reply.refused(400, "BadRequestException", "a mail that SES does not take");
        }
        Mail mail = new Mail(
                new Sender(
                        from.group(1).replaceAll("\\\\(.)", "$1"),
                        from.group(2),
                        body.texts("ReplyToAddresses").stream().findFirst()),
                new EmailAddress(to.getFirst()),
                new Letter(
                        simple.objectOrEmpty("Subject").text("Data").orElse(""),
                        parts.objectOrEmpty("Html").text("Data").orElse(""),
                        parts.objectOrEmpty("Text").text("Data").orElse("")),
                headers,
                tags);
        return reply(takes.apply(mail));
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Accepted(var id) -> Reply.done(Map.of("MessageId", id));
            case Answer.NotNow(var why, var words) ->
                switch (why) {
                    case THROTTLED -> Reply.refused(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
                    case DAILY_QUOTA -> Reply.refused(429, "TooManyRequestsException", "Daily message quota exceeded.");
                    case PAUSED -> Reply.refused(400, "SendingPausedException", "Sending is paused for this account.");
                    case IDENTITY ->
                        Reply.refused(400, "MailFromDomainNotVerifiedException", "MAIL FROM domain not verified.");
                    case OTHER -> Reply.refused(400, "LimitExceededException", words);
                };
            case Answer.Never(var code) -> Reply.refused(400, "MessageRejected", code);
            case Answer.Unclear(var why) -> Reply.refused(500, "InternalServiceErrorException", why);
        };
    }

    private Reply account() {
        Quota now = quota.get();
        return Reply.done(Map.of(
                "SendingEnabled",
                true,
                "SendQuota",
                Map.of(
                        "MaxSendRate", now.perSecond(),
                        "Max24HourSend", now.perDay(),
                        "SentLast24Hours", now.sentLastDay())));
    }

    private static Map<String, String> pairs(Fields of, String name) {
        Map<String, String> pairs = new TreeMap<>();
        for (Fields pair : of.objects(name).orElse(List.of())) {
            pairs.put(pair.text("Name").orElse(""), pair.text("Value").orElse(""));
        }
        return pairs;
    }
}
