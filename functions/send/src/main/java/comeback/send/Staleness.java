package comeback.send;

import comeback.message.Message;
import comeback.message.MessageState;
import comeback.message.Ruling;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a message that is not worth sending any more, so that after an outage nobody gets the reminders of the
 * days before. How long it is worth sending is the flow's say: {@link Message#goodUntil}.
 */
final class Staleness {
    private Staleness() {}

    /** What it becomes; nothing while it is still worth sending. */
    static Optional<MessageState> of(Message message, Instant now) {
        if (!now.isAfter(message.goodUntil())) {
            return Optional.empty();
        }
        String reason =
                "too late: it was due at " + message.bornAt() + " and could not be sent until " + message.goodUntil();
        return Optional.of(
                switch (message.messageClass()) {
                    // An order's mail that never went needs a person, so it has failed.
                    case TRANSACTIONAL -> new MessageState.Failed(reason, now);
                    case REQUESTED, MARKETING -> new MessageState.Skipped(ruling(message, reason), now);
                });
    }

    private static Ruling ruling(Message message, String reason) {
        return new Ruling(
                "time-to-live",
                message.terms().timeToLive().toString(),
                reason,
                "A longer time to live in the flow file would have let it go.");
    }
}
