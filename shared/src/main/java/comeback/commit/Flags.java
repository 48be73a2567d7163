package comeback.commit;

import comeback.message.Message;
import java.time.Instant;

/** Tells a person that a message needs one. */
public interface Flags {
    /** Told once, when it was put on the list of {@link DueItems#flagged}. */
    void flagged(Message message, Instant now);
}
