package comeback.flow;

import comeback.message.Ruling;
import java.util.Optional;

/**
 * One thing that was decided, and why.
 *
 * @param flow which automation
 * @param verdict what was decided
 * @param text why, in words a support person can read aloud
 * @param step which letter it is about, or the number of a wait or a fork, counted from 1; absent when it is about the whole flow
 * @param ruling the rule that spoke against it, when one did
 * @param because name of the event that made it so, when it was one; its id is that of the timeline's line
 */
public record Reason(
        String flow,
        Verdict verdict,
        String text,
        Optional<String> step,
        Optional<Ruling> ruling,
        Optional<String> because) {
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
        /** A message would have been born, had its flow been live and the customer not held out. */
        WOULD_SEND,
        /** A message could have been born, and must wait: it is asked about again. */
        DEFERRED,
        /** The next step comes later. */
        WAITING,
        /** A journey came to a fork and took one of its ways. */
        CHOSE,
        /** A journey ended early. */
        STOPPED,
        /** A journey came to its end. */
        FINISHED
    }

    /** One about a whole flow, without a rule. */
    public Reason(String flow, Verdict verdict, String text) {
        this(flow, verdict, text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
