package comeback.local.aws;

import comeback.local.mail.Mail;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SES events in the shape in which EventBridge delivers them. */
public final class SesEventJson {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String REPORTING_MTA = "a8-1.smtp-out.amazonses.com";

    private SesEventJson() {}

    /** The whole event, envelope and detail. */
    public static Map<String, Object> of(SesEvent event, Mail mail, Instant at) {
        String feedbackId = "0100-" + mail.id().hashCode();
        return switch (event) {
            case SesEvent.Sent() -> envelope("Email Sent", "Send", "send", Map.of(), mail, at);
            case SesEvent.Delivered() ->
                envelope("Email Delivered", "Delivery", "delivery", delivery(mail, at), mail, at);
            case SesEvent.Opened(var userAgent, var ip) ->
                envelope("Email Opened", "Open", "open", visit(userAgent, ip, at), mail, at);
            case SesEvent.Clicked(var link, var userAgent, var ip) -> {
                var click = visit(userAgent, ip, at);
                click.put("link", link);
                click.put("linkTags", Map.of());
                yield envelope("Email Clicked", "Click", "click", click, mail, at);
            }
            case SesEvent.Bounced bounced ->
                envelope("Email Bounced", "Bounce", "bounce", bounce(bounced, feedbackId, mail, at), mail, at);
            case SesEvent.Complained() ->
                envelope(
                        "Email Complaint Received",
                        "Complaint",
                        "complaint",
                        complaint(feedbackId, mail, at),
                        mail,
                        at);
        };
    }

    private static Map<String, Object> delivery(Mail mail, Instant at) {
        return Map.of(
                "timestamp",
                MILLIS.format(at),
                "processingTimeMillis",
                812,
                "recipients",
                recipients(mail),
                "smtpResponse",
                "250 2.0.0 OK",
                "reportingMTA",
                REPORTING_MTA);
    }

    private static Map<String, Object> visit(String userAgent, String ipAddress, Instant at) {
        var visit = new LinkedHashMap<String, Object>();
        visit.put("timestamp", MILLIS.format(at));
        visit.put("userAgent", userAgent);
        visit.put("ipAddress", ipAddress);
        return visit;
    }

    private static Map<String, Object> bounce(SesEvent.Bounced bounced, String feedbackId, Mail mail, Instant at) {
        boolean forGood = bounced.type().equals("Permanent");
        String status = forGood ? "5.1.1" : "4.2.2";
        String diagnostic = bounced.subType().equals("OnAccountSuppressionList")
                ? "Amazon SES did not send the message to this address because it is on the suppression list for your account."
                : forGood ? "smtp; 550 5.1.1 user unknown" : "smtp; 452 4.2.2 try again later";
        var recipients = recipients(mail).stream()
                .map(address -> Map.of(
                        "emailAddress", address, "action", "failed", "status", status, "diagnosticCode", diagnostic))
                .toList();
        return Map.of(
                "bounceType",
                bounced.type(),
                "bounceSubType",
                bounced.subType(),
                "bouncedRecipients",
                recipients,
                "timestamp",
                MILLIS.format(at),
                "feedbackId",
                feedbackId,
                "reportingMTA",
                "dns; " + REPORTING_MTA);
    }

    private static Map<String, Object> complaint(String feedbackId, Mail mail, Instant at) {
        return Map.of(
                "complainedRecipients",
                recipients(mail).stream()
                        .map(address -> Map.of("emailAddress", address))
                        .toList(),
                "timestamp",
                MILLIS.format(at),
                "feedbackId",
                feedbackId,
                "userAgent",
                "ExampleFBL/1.0",
                "complaintFeedbackType",
                "abuse",
                "arrivalDate",
                MILLIS.format(at));
    }

    private static Map<String, Object> envelope(
            String detailType, String eventType, String blockName, Map<String, Object> block, Mail mail, Instant at) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("eventType", eventType);
        detail.put("mail", mail(mail));
        detail.put(blockName, block);
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", detailType);
        event.put("source", "aws.ses");
        event.put("account", Aws.ACCOUNT);
        event.put("time", DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.SECONDS)));
        event.put("region", Aws.REGION);
        event.put(
                "resources",
                List.of("arn:aws:ses:" + Aws.REGION + ":" + Aws.ACCOUNT + ":configuration-set/"
                        + Aws.CONFIGURATION_SET));
        event.put("detail", detail);
        return event;
    }

    private static Map<String, Object> mail(Mail mail) {
        var json = new LinkedHashMap<String, Object>();
        json.put("timestamp", MILLIS.format(mail.sentAt()));
        json.put("source", mail.from());
        json.put("sourceArn", "arn:aws:ses:" + Aws.REGION + ":" + Aws.ACCOUNT + ":identity/" + fromDomain(mail));
        json.put("sendingAccountId", Aws.ACCOUNT);
        json.put("messageId", mail.id());
        json.put("destination", recipients(mail));
        json.put("headersTruncated", false);
        json.put("headers", headers(mail));
        json.put(
                "commonHeaders",
                Map.of(
                        "from", List.of(mail.from()),
                        "to", recipients(mail),
                        "messageId", mail.id(),
                        "subject", mail.subject()));
        json.put("tags", tags(mail));
        return json;
    }

    private static List<Map<String, String>> headers(Mail mail) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("From", mail.from());
        headers.put("To", mail.to());
        headers.put("Subject", mail.subject());
        headers.putAll(mail.headers());
        return headers.entrySet().stream()
                .map(header -> Map.of("name", header.getKey(), "value", header.getValue()))
                .toList();
    }

    private static Map<String, List<String>> tags(Mail mail) {
        var tags = new LinkedHashMap<String, List<String>>();
        tags.put("ses:operation", List.of("SendEmail"));
        tags.put("ses:configuration-set", List.of(Aws.CONFIGURATION_SET));
        tags.put("ses:source-ip", List.of("127.0.0.1"));
        tags.put("ses:from-domain", List.of(fromDomain(mail)));
        tags.put("ses:caller-identity", List.of("send"));
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        return tags;
    }

    private static List<String> recipients(Mail mail) {
        return List.of(mail.to().split(", "));
    }

    private static String fromDomain(Mail mail) {
        return mail.from().replaceFirst(".*@", "").replace(">", "");
    }
}
