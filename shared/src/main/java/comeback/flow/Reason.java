package comeback.flow;

/**
 * One thing that was decided, and why.
 *
 * @param flow which automation
 * @param verdict what was decided
 * @param text why, in words a support person can read aloud
 */
public record Reason(String flow, Verdict verdict, String text) {
    /** What was decided. */
    public enum Verdict {
        /** A journey began. */
        STARTED,
        /** A journey could have begun and did not. */
        NOT_STARTED,
        /** A message was born. */
        SENDING,
        /** A message could have been born and was not. */
        SKIPPED,
        /** The next step comes later. */
        WAITING,
        /** A journey ended early. */
        STOPPED,
        /** A journey came to its end. */
        FINISHED
    }
}
