package comeback.message;

import java.time.Instant;

/**
 * What SES told about a message after taking it.
 *
 * @param kind what
 * @param at when it happened
 */
public record Feedback(Kind kind, Instant at) {
    /** In order of gravity: a graver one is never overwritten by a lighter one, in whatever order they arrive. */
    public enum Kind {
        SENT(1),
        DELAYED(2),
        DELIVERED(3),
        SOFT_BOUNCE(4),
        REJECTED(5),
        HARD_BOUNCE(6),
        COMPLAINT(7);

        private final int gravity;

        Kind(int gravity) {
            this.gravity = gravity;
        }

        /** Stored beside the feedback, so that the table itself refuses a lighter one. */
        public int gravity() {
            return gravity;
        }
    }
}
