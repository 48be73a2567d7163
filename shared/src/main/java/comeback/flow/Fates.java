package comeback.flow;

import comeback.engagement.Judge;
import comeback.engagement.Judgement;
import comeback.engagement.Touch;
import comeback.engagement.Verdict;
import comeback.flow.Explanation.Fate;
import comeback.message.Feedback;
import comeback.message.Message;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a message, in words. */
final class Fates {
    private Fates() {}

    static Fate of(Message message) {
        String state = words(message.state())
                + message.variant()
                        .map(mark -> ", as " + mark.replace(Message.OFFER_MARK, " with the offer "))
                        .orElse("");
        String text =
                message.feedback().map(told -> state + words(told)).orElse(state) + touched(message) + without(message);
        return new Fate(
                message.id(),
                message.flow(),
                message.name(),
                text,
                message.state(),
                message.feedback(),
                message.leftOut(),
                Judge.all(message.touches(), message.arrivedAt()));
    }

    /** Opens are not told: machines make most of them. */
    private static String touched(Message message) {
        List<Judgement> clicks = Judge.all(message.touches(), message.arrivedAt()).stream()
                .filter(made -> made.touch().kind() == Touch.Kind.CLICK)
                .toList();
        if (clicks.isEmpty()) {
            return "";
        }
        return clicks.stream()
                .filter(made -> made.verdict() == Verdict.HUMAN)
                .findFirst()
                .map(made -> ", and a link in it was followed at "
                        + Words.of(made.touch().at()))
                .orElse(", and its links were followed, but as far as can be told by a machine");
    }

    private static String without(Message message) {
        return message.leftOut().isEmpty()
                ? ""
                : message.leftOut().stream().map(Ruling::text).collect(Collectors.joining("; ", " (left out: ", ")"));
    }

    private static String words(MessageState state) {
        return switch (state) {
            case MessageState.Due due -> "is to be sent at " + Words.of(due.at());
            case MessageState.Claimed claimed -> "is being handed to SES";
            case MessageState.Accepted accepted -> "was sent at " + Words.of(accepted.at());
            case MessageState.Skipped skipped -> "was not sent: " + skipped.reason();
            case MessageState.Failed failed -> "could not be sent: SES refused it (" + failed.reason() + ")";
            case MessageState.Unknown unknown ->
                "may or may not have been sent: the answer of SES was lost, and it was not sent again";
        };
    }

    private static String words(Feedback feedback) {
        return switch (feedback.kind()) {
            case SENT -> "";
            case DELAYED -> ", and is delayed on its way";
            case DELIVERED -> ", and was delivered at " + Words.of(feedback.at());
            case SOFT_BOUNCE -> ", and came back: the mailbox takes none at present";
            case REJECTED -> ", and SES rejected its content";
            case HARD_BOUNCE -> ", and came back for good: there is no such mailbox";
            case COMPLAINT -> ", and the customer reported it as spam";
        };
    }
}
