package comeback.commit;

import comeback.message.Message;
import java.time.Instant;

/** Tells people what they should know: that a message needs one of them, and how it stands with all that waits. */
public interface Flags {
    /** Told once, when it was put on the list of {@link DueItems#flagged}. */
    void flagged(Message message, Instant now);

    /** Told once: SES was asked, never said what it did, and nobody waits for this message so much that it goes again. */
    default void unknown(Message message, Instant now) {}

    /** Told at the end of every sweep; who hears nothing for a while knows that nobody sweeps. */
    default void looked(Look seen, Instant now) {}

    /**
     * How it stands with what waits.
     *
     * @param overdue customers, messages and waves whose own alarm did not come; few, as long as Scheduler works
     * @param oldestReceipt when the oldest message was born that is due and an order waits for; now, if there is none
     * @param oldestOther the same of all other messages
     * @param isSendingStopped whether SES takes no mail of this account
     */
    record Look(int overdue, Instant oldestReceipt, Instant oldestOther, boolean isSendingStopped) {}
}
