package comeback.simulation.world;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageClass;
import comeback.send.Mail;
import comeback.simulation.edge.Lambda;
import comeback.simulation.oracle.Oracle;
import comeback.simulation.shop.Shopper;
import comeback.simulation.time.Dice;
import comeback.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What becomes of the mails that SES took, and what SES tells of it: as well as it can, which is all it promises. */
final class Inboxes {
    private static final double DEAD = 0.03;
    private static final double SOFT = 0.01;
    private static final double SPAM = 0.01;

    private final VirtualTime time;
    private final Dice dice;
    private final Lambda lambda;
    private final Oracle oracle;

    Inboxes(VirtualTime time, Dice dice, Lambda lambda, Oracle oracle) {
        this.time = time;
        this.dice = dice;
        this.lambda = lambda;
        this.oracle = oracle;
    }

    void receive(Mail mail, Message message, Shopper shopper, int copy) {
        SplittableRandom random = dice.stream("inbox", message.id().value(), copy);
        Report report = new Report(mail, message, shopper, copy);
        tell(report, Feedback.Kind.SENT, upTo(random, Duration.ofSeconds(20)));
        boolean isDead = dice.chance("dead inbox", shopper.email(), 0) < DEAD;
        if (isDead) {
            tell(report, Feedback.Kind.HARD_BOUNCE, upTo(random, Duration.ofMinutes(10)));
            return;
        }
        boolean isSoft = random.nextDouble() < SOFT;
        tell(report, isSoft ? Feedback.Kind.SOFT_BOUNCE : Feedback.Kind.DELIVERED, upTo(random, Duration.ofMinutes(1)));
        if (message.messageClass() == MessageClass.MARKETING && random.nextDouble() < SPAM) {
            tell(report, Feedback.Kind.COMPLAINT, upTo(random, Duration.ofDays(2)));
        }
    }

    /** A mail that something is told of. */
    private record Report(Mail mail, Message message, Shopper shopper, int copy) {}

    private static Duration upTo(SplittableRandom random, Duration most) {
        return Duration.ofMillis(100 + random.nextLong(most.toMillis()));
    }

    private void tell(Report report, Feedback.Kind kind, Duration later) {
        Instant at = time.instant().plus(later);
        oracle.reports(report.shopper(), kind);
        String about = report.message().id() + "-" + kind + "-" + report.copy();
        lambda.feedback(
                at,
                about,
                event(report, kind, at),
                () -> oracle.reported(report.shopper(), report.message(), kind, time.instant()));
    }

    private static ScheduledEvent event(Report report, Feedback.Kind kind, Instant at) {
        Map<String, Object> tags = report.mail().tags().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tag -> List.of(tag.getValue())));
        Map<String, Object> detail = new HashMap<>();
        detail.put(
                "mail",
                Map.of(
                        "messageId",
                        "ses-" + report.message().id() + "-" + report.copy(),
                        "timestamp",
                        at.toString(),
                        "destination",
                        List.of(report.mail().to().value()),
                        "tags",
                        tags));
        detail.put("eventType", type(kind));
        detail.put(block(kind), block(report, kind, at));
        var event = new ScheduledEvent();
        event.setDetailType("Email " + type(kind));
        event.setSource("aws.ses");
        event.setDetail(detail);
        return event;
    }

    private static String type(Feedback.Kind kind) {
        return switch (kind) {
            case SENT -> "Send";
            case DELAYED -> "DeliveryDelay";
            case DELIVERED -> "Delivery";
            case SOFT_BOUNCE, HARD_BOUNCE -> "Bounce";
            case REJECTED -> "Reject";
            case COMPLAINT -> "Complaint";
        };
    }

    private static String block(Feedback.Kind kind) {
        return switch (kind) {
            case SENT -> "send";
            case DELAYED -> "deliveryDelay";
            case DELIVERED -> "delivery";
            case SOFT_BOUNCE, HARD_BOUNCE -> "bounce";
            case REJECTED -> "reject";
            case COMPLAINT -> "complaint";
        };
    }

    private static Map<String, Object> block(Report report, Feedback.Kind kind, Instant at) {
        List<Map<String, Object>> recipients =
                List.of(Map.of("emailAddress", report.mail().to().value()));
        return switch (kind) {
            case SENT, DELAYED, DELIVERED, REJECTED -> Map.of("timestamp", at.toString());
            case SOFT_BOUNCE ->
                Map.of("timestamp", at.toString(), "bounceType", "Transient", "bouncedRecipients", recipients);
            case HARD_BOUNCE ->
                Map.of("timestamp", at.toString(), "bounceType", "Permanent", "bouncedRecipients", recipients);
            case COMPLAINT -> Map.of("timestamp", at.toString(), "complainedRecipients", recipients);
        };
    }
}
