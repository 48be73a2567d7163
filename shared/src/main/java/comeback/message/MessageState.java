package comeback.message;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message is: DUE, CLAIMED, then ACCEPTED, SKIPPED, FAILED or UNKNOWN. The first two are unresolved, and the
 * sweeper looks after them.
 */
public sealed interface MessageState {
    /**
     * To be sent.
     *
     * @param at not before
     * @param attempts how often SES has been asked already
     */
    record Due(Instant at, int attempts) implements MessageState {}

    /**
     * Somebody is about to ask SES, or has asked and not said what came of it.
     *
     * @param owner drawn at random for each attempt
     * @param leaseUntil after that, no attempt of that owner can still be running
     * @param attempts how often SES has been asked, this one included
     */
    record Claimed(String owner, Instant leaseUntil, int attempts) implements MessageState {}

    /**
     * SES took it.
     *
     * @param sesId SES's name for it
     * @param at when
     */
    record Accepted(String sesId, Instant at) implements MessageState {}

    /**
     * It was not sent, on purpose.
     *
     * @param reason in words a support person can read aloud
     * @param at when
     * @param ruling the rule that spoke against it, and what would have changed it
     */
    record Skipped(String reason, Instant at, Optional<Ruling> ruling) implements MessageState {
        public Skipped(Ruling ruling, Instant at) {
            this(ruling.text(), at, Optional.of(ruling));
        }
    }

    /**
     * SES refused it for good.
     *
     * @param reason SES's own error code
     * @param at when
     */
    record Failed(String reason, Instant at) implements MessageState {}

    /**
     * SES was asked and the answer was lost; sending again might be twice.
     *
     * @param at when we gave up waiting for evidence
     */
    record Unknown(Instant at) implements MessageState {}

    /** The state's name, as stored and shown. */
    default String label() {
        return switch (this) {
            case Due d -> "DUE";
            case Claimed c -> "CLAIMED";
            case Accepted a -> "ACCEPTED";
            case Skipped s -> "SKIPPED";
            case Failed f -> "FAILED";
            case Unknown u -> "UNKNOWN";
        };
    }
}
